package booth.painter.garden.plan;

import booth.matting.raster.Blur;
import booth.painter.raster.Canvas;

/** What is far behind the plane of focus, as a lens wide open draws it. */
final class Defocus {
    private Defocus() {}

    static void blur(Canvas canvas, float radius) {
        float[] plane = new float[canvas.width * canvas.height];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = canvas.rgb[i * 3 + k];
            }
            Blur.gaussian(plane, canvas.width, canvas.height, Math.max(1, Math.round(radius)));
            for (int i = 0; i < plane.length; i++) {
                canvas.rgb[i * 3 + k] = plane[i];
            }
        }
    }
}
