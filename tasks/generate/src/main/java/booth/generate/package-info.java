/** Frame and mask in, a picture in another world out: takes orders from the generation queue and answers their tokens. */
@NullMarked
package booth.generate;

import org.jspecify.annotations.NullMarked;
