/** A face in, its mood out; the photo is gone before the answer. */
@NullMarked
package booth.garden.mood;

import org.jspecify.annotations.NullMarked;
