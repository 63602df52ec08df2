/** Planes of numbers a pixel each, and what is done to all of them: blur, curves, coarser grids. */
@NullMarked
package booth.matting.raster;

import org.jspecify.annotations.NullMarked;
