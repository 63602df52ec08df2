/**
 * Real models on the JVM: faces with landmarks, SAM 2 masks, person matte, mood and glasses.
 *
 * <p>All photos are {@code TYPE_INT_RGB} images of about 1024 pixels on the long side; all coordinates are pixels of
 * that image, x to the right and y down, and "left" always means left in the picture.
 */
@NullMarked
package booth.vision;

import org.jspecify.annotations.NullMarked;
