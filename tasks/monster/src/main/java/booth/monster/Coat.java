package booth.monster;

import booth.core.image.PixelRect;
import booth.matting.raster.Curve;
import booth.matting.raster.LinearLight;
import booth.matting.raster.Pixels;
import java.util.Arrays;

/** A mask as it is seen on one photo, in the photo's light: a part of the picture, pixel by pixel. */
final class Coat {
    /** Looks into every pixel, in a square: a mask that turns away has several of its pixels in one of the photo's. */
    private static final int LOOKS = 3;

    /** No lens draws edges a pixel wide: a look reaches a little into the neighbours. */
    private static final double REACH = 1.3;

    /** What is left of the light where the shell is seen along its surface. */
    private static final float RIM = .72f;

    private final PixelRect area;
    private final float[] alpha;
    private final int[] colour;

    Coat(PixelRect area) {
        this.area = area;
        alpha = new float[area.width() * area.height()];
        colour = new int[alpha.length];
    }

    PixelRect area() {
        return area;
    }

    /** How much of each pixel it covers, row by row. */
    float[] alpha() {
        return alpha;
    }

    void paint(Shell shell, Raster art, FaceLight light, Grain grain, int photoWidth) {
        float[] argb = new float[4];
        Shell.Spot spot = new Shell.Spot();
        for (int y = area.y1(); y < area.y2(); y++)
            for (int x = area.x1(); x < area.x2(); x++) {
                float facing = look(shell, art, x, y, spot, argb);
                if (argb[0] == 0) continue;
                int i = (y - area.y1()) * area.width() + x - area.x1();
                double across = 2 * shell.toAcross(x + .5, y + .5);
                alpha[i] = argb[0] / (255 * LOOKS * LOOKS);
                colour[i] = shade(argb, light, across, RIM + (1 - RIM) * facing, grain.at(y * photoWidth + x));
            }
    }

    /** @return how squarely the mask is seen, the mean of all looks that met it */
    private static float look(Shell shell, Raster art, int x, int y, Shell.Spot spot, float[] argb) {
        Arrays.fill(argb, 0);
        float facing = 0;
        int met = 0;
        for (int k = 0; k < LOOKS * LOOKS; k++) {
            double dx = ((k % LOOKS + .5) / LOOKS - .5) * REACH + .5;
            double dy = ((k / LOOKS + .5) / LOOKS - .5) * REACH + .5;
            if (!shell.look(x + dx, y + dy, spot)) continue;
            art.add(spot.u, spot.v, argb);
            facing += (float) spot.facing;
            met++;
        }
        return met == 0 ? 0 : facing / met;
    }

    private static int shade(float[] argb, FaceLight light, double across, float lit, float grain) {
        return Pixels.pack(
                channel(argb, 1, lit * light.red().at(across)) + grain,
                channel(argb, 2, lit * light.green().at(across)) + grain,
                channel(argb, 3, lit * light.blue().at(across)) + grain);
    }

    private static float channel(float[] argb, int channel, float lit) {
        return LinearLight.number(LinearLight.of(argb[channel] / argb[0]) * lit);
    }

    /** @param picture pixels of the whole picture */
    void layOn(int[] picture, int pictureWidth) {
        for (int i = 0; i < alpha.length; i++) {
            float a = alpha[i];
            if (a == 0) continue;
            int at = (i / area.width() + area.y1()) * pictureWidth + i % area.width() + area.x1();
            int under = picture[at];
            int over = colour[i];
            picture[at] = Pixels.pack(
                    mix(a, Pixels.red(over), Pixels.red(under)),
                    mix(a, Pixels.green(over), Pixels.green(under)),
                    mix(a, Pixels.blue(over), Pixels.blue(under)));
        }
    }

    private static float mix(float a, float over, float under) {
        return Curve.clamp(a * over + (1 - a) * under);
    }
}
