package booth.painter.garden.look;

import booth.matting.raster.Curve;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;

/**
 * What is done to the finished picture's colours, as a colourist grades a film.
 *
 * @param shadows laid into the dark parts
 * @param lights laid into the bright parts
 * @param stain how strongly the two are laid in, 0..1
 * @param saturation 1 leaves the colours as they are
 * @param contrast around the middle; negative flattens
 * @param exposure 1 leaves the light as it is
 */
public record Grade(Rgb shadows, Rgb lights, float stain, float saturation, float contrast, float exposure) {

    public void apply(Canvas canvas) {
        canvas.wash((x, y, c) -> {
            float grey = Curve.clamp(.299f * c[0] + .587f * c[1] + .114f * c[2]);
            for (int k = 0; k < 3; k++) {
                float v = Curve.clamp((grey + (c[k] - grey) * saturation) * exposure);
                c[k] = v + contrast * (Curve.step(0, 1, v) - v);
            }
            float tone = Curve.clamp(.299f * c[0] + .587f * c[1] + .114f * c[2]);
            float dark = stain * (1 - tone) * (1 - tone);
            float bright = stain * tone * tone;
            soft(c, 0, shadows.r(), lights.r(), dark, bright);
            soft(c, 1, shadows.g(), lights.g(), dark, bright);
            soft(c, 2, shadows.b(), lights.b(), dark, bright);
        });
    }

    private static void soft(float[] c, int k, float shadow, float light, float dark, float bright) {
        float stained = c[k] + (shadow - c[k]) * dark * .55f;
        c[k] = stained * (1 + (light * 1.12f - 1) * bright);
    }
}
