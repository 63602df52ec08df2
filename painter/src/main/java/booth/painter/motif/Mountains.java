package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Light;
import booth.painter.stage.Palette;
import booth.painter.stage.Stage;

/** A range of rock with snow on its heights, lit from the sun's side and sinking into haze at its foot. */
public final class Mountains {
    private static final Rgb ROCK = Rgb.hex(0x566072);
    private static final Rgb SNOW = Rgb.hex(0xF6F9FF);
    private static final Rgb SNOW_SHADE = Rgb.hex(0x7F98C8);

    private final Stage stage;
    private final float base;
    private final float tall;
    private final float wave;
    private final float distance;
    private final float snow;

    /**
     * @param base the row of the foot
     * @param tall height of the highest possible peak in pixels
     * @param wave width of a peak in pixels
     * @param distance 0 near, 1 lost in haze
     * @param snow how far down the snow reaches, 0 none, 1 to the foot
     */
    public Mountains(Stage stage, float base, float tall, float wave, float distance, float snow) {
        this.stage = stage;
        this.base = base;
        this.tall = tall;
        this.wave = wave;
        this.distance = distance;
        this.snow = snow;
    }

    public void paint(Canvas canvas) {
        Light light = stage.light();
        Palette p = stage.palette();
        float[] line = Ridge.peaks(stage, base, tall, wave);
        float offset = stage.between(0, 300);
        Field crags = Field.of(stage.width(), stage.height(), 2, (x, y) -> crag(line, x, y, offset, 0));
        Field slopes = Field.of(
                stage.width(),
                stage.height(),
                2,
                (x, y) -> crags.at(x, y)
                        - crag(
                                line,
                                x,
                                y,
                                offset,
                                .07f * Math.max(-1, Math.min(1, (light.sunX() - x) / (wave * .6f)))));
        Rgb rock = light.on(ROCK, distance);
        Rgb gorge = light.on(ROCK.mix(p.dark(), .72f), distance);
        Rgb white = light.on(SNOW, distance * .9f).mix(p.cloud(), .3f * (1 - distance));
        Rgb blue = light.on(SNOW_SHADE, distance);
        Rgb haze = p.haze().mix(p.middle(), .3f);
        canvas.below(line, base + stage.unit() * 60 - min(line), (x, y, c) -> {
            float lit = Curve.step(-.12f, .14f, slopes.at(x, y));
            float depth = (y - line[x]) / tall;
            float covered = Curve.step(.1f, -.1f, depth - snow * .55f - .22f * (crags.at(x, y) - .5f));
            gorge.mix(rock, lit).mix(blue.mix(white, lit), covered).over(c, 1);
            float sunk = (y - line[x]) / Math.max(1, base - line[x]);
            haze.over(c, Curve.step(.35f, 1.1f, sunk) * (.3f + .7f * distance));
        });
    }

    /** The relief of the rock: gullies that run down from the skyline; moved along by shift to find the slope. */
    private float crag(float[] line, float x, float y, float offset, float shift) {
        float top = line[Math.min(line.length - 1, (int) x)];
        if (y < top - 2 || y > base + stage.unit() * 60) {
            return 0;
        }
        float scale = 2.6f / wave;
        float u = x * scale + offset + (y - top) / tall * .6f + shift;
        float v = (y - top * .55f) * scale * .8f - (shift == 0 ? 0 : .05f);
        return stage.noise().ridged(u, v, 4);
    }

    private static float min(float[] line) {
        float least = Float.MAX_VALUE;
        for (float y : line) {
            least = Math.min(least, y);
        }
        return least;
    }
}
