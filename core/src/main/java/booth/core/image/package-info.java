/** Frames, masks and boxes: pixels and their arithmetic. */
@NullMarked
package booth.core.image;

import org.jspecify.annotations.NullMarked;
