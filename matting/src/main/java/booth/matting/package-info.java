/** People cut out of a photo: a matte that follows their hair, and their own colours at its soft edge. */
@NullMarked
package booth.matting;

import org.jspecify.annotations.NullMarked;
