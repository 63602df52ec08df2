/** Planes of numbers and colours, and what is done to all of them: blur, noise, curves, strokes. */
@NullMarked
package booth.painter.raster;

import org.jspecify.annotations.NullMarked;
