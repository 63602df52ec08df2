package booth.painter.people;

import booth.matting.Cutout;
import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.matting.raster.Pixels;
import booth.painter.raster.Canvas;
import booth.painter.stage.Room;
import java.awt.image.BufferedImage;

/**
 * The people of the photo, cut out and put before a painted world. Their faces are never changed by more than a few
 * percent (exact face pixels may be laid over the result, and no seam may show), so it is mostly the world that is
 * matched to them and not the other way round.
 */
public final class Guests {
    private static final float WRAP = .3f;
    private static final float SHADOW = .42f;
    private static final float TINT = .05f;

    private final Cutout people;
    private final float[] matte;
    private final int width;
    private final int height;
    private final float unit;

    public Guests(Cutout people) {
        this.people = people;
        matte = people.alpha();
        width = people.width();
        height = people.height();
        unit = Math.max(width, height) / 1024f;
    }

    /** The places that they leave free. */
    public Room room() {
        return new Room(matte, width, height);
    }

    /** Mean luminance of the people, or of a well lit photo when there is nobody. */
    public float brightness() {
        int[] pixels = people.pixels();
        double sum = 0;
        double count = 0;
        for (int i = 0; i < pixels.length; i += 7) {
            if (matte[i] > .9f) {
                sum += Pixels.luminance(pixels[i]);
                count++;
            }
        }
        return count == 0 ? .45f : (float) (sum / count);
    }

    /** Darkens the world under and beside the people's lower halves, where they keep the light away. */
    public void castShadow(Canvas world) {
        Field shade = Field.of(width, height, 4, (x, y) -> matteAt(x, y) * Curve.step(.35f, 1, y / height))
                .blur(unit * 30);
        world.wash((x, y, c) -> {
            float k = 1 - SHADOW * shade.at(x, y);
            c[0] *= k;
            c[1] *= k;
            c[2] *= k;
        });
    }

    /** The finished picture. */
    public BufferedImage before(Canvas world) {
        Field[] ambience = ambience(world);
        float[] tint = tint(ambience);
        Field edge = Field.of(width, height, 2, this::matteAt).blur(unit * 5);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] to = Pixels.of(picture);
        float[] c = new float[3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                float a = matte[i];
                if (a > 0) {
                    float inside = edge.at(x, y);
                    people.person(c, i, Math.min(a, Curve.step(.3f, .72f, inside)));
                    light(c, x, y, tint, ambience, WRAP * Curve.step(1, .45f, inside));
                }
                int o = i * 3;
                to[i] = Pixels.pack(
                        world.rgb[o] + (c[0] - world.rgb[o]) * a,
                        world.rgb[o + 1] + (c[1] - world.rgb[o + 1]) * a,
                        world.rgb[o + 2] + (c[2] - world.rgb[o + 2]) * a);
            }
        }
        return picture;
    }

    /** Tints the person by the world's light, which also wraps around the edge. */
    private static void light(float[] c, int x, int y, float[] tint, Field[] ambience, float wrap) {
        for (int k = 0; k < 3; k++) {
            c[k] *= tint[k];
            if (wrap > 0) {
                c[k] += Math.max(0, ambience[k].at(x, y) - c[k]) * wrap;
            }
        }
    }

    private float matteAt(float x, float y) {
        return matte[Math.min(height - 1, (int) y) * width + Math.min(width - 1, (int) x)];
    }

    private Field[] ambience(Canvas world) {
        Field[] planes = new Field[3];
        for (int k = 0; k < 3; k++) {
            int channel = k;
            planes[k] = Field.of(
                            width,
                            height,
                            4,
                            (x, y) -> world.rgb[
                                    (Math.min(height - 1, (int) y) * width + Math.min(width - 1, (int) x)) * 3
                                            + channel])
                    .blur(unit * 12);
        }
        return planes;
    }

    /** The hue of the world's light as a gain per channel, at most a few percent from 1. */
    private static float[] tint(Field[] ambience) {
        float[] mean = new float[3];
        for (int k = 0; k < 3; k++) {
            for (float v : ambience[k].values) {
                mean[k] += v / ambience[k].values.length;
            }
        }
        float grey = Math.max(.02f, (mean[0] + mean[1] + mean[2]) / 3);
        float[] gain = new float[3];
        for (int k = 0; k < 3; k++) {
            gain[k] = 1 + Math.max(-TINT, Math.min(TINT, .1f * (mean[k] / grey - 1)));
        }
        return gain;
    }
}
