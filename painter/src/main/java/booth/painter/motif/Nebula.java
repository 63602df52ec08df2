package booth.painter.motif;

import booth.matting.raster.Curve;
import booth.matting.raster.Field;
import booth.painter.raster.Canvas;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;
import booth.painter.stage.Stage;

/**
 * Glowing gas in two colours with lanes of dust, densest along a band through the open part of the picture.
 *
 * @param space the dark between everything
 * @param warm one gas
 * @param cold the other gas
 * @param core where both glow, and the hearts of galaxies
 */
public record Nebula(Rgb space, Rgb warm, Rgb cold, Rgb core) {

    public static Nebula of(int space, int warm, int cold, int core) {
        return new Nebula(Rgb.hex(space), Rgb.hex(warm), Rgb.hex(cold), Rgb.hex(core));
    }

    public void paint(Canvas canvas, Stage stage) {
        float scale = 1 / (stage.unit() * 320);
        Noise noise = stage.noise();
        int w = stage.width();
        int h = stage.height();
        float angle = stage.between(-.9, .9);
        float sin = (float) Math.sin(angle);
        float cos = (float) Math.cos(angle);
        Field gas = Field.of(w, h, 2, (x, y) -> noise.warped(x * scale, y * scale, 6, 1.1f));
        Field other = Field.of(w, h, 2, (x, y) -> noise.warped(x * scale * .9f + 60, y * scale * .9f + 20, 5, 1.3f));
        Field dust = Field.of(w, h, 2, (x, y) -> {
            float bend = .5f * noise.at(x * scale * 2, y * scale * 2);
            return noise.ridged(x * scale * 1.2f + bend + 7, y * scale * 1.2f, 5);
        });
        float reach = 1 / (stage.unit() * 260);
        canvas.wash((x, y, c) -> {
            float across = ((x - stage.open()) * sin + (y - stage.horizon() * .55f) * cos) * reach;
            float band = (float) Math.exp(-across * across);
            mix(gas.at(x, y), other.at(x, y), dust.at(x, y), band, c);
        });
    }

    private void mix(float gas, float other, float dust, float band, float[] c) {
        float one = Curve.step(-.25f, .65f, gas + .35f * band - .12f);
        float two = Curve.step(-.25f, .65f, other + .3f * band - .12f);
        float lane = Curve.step(.52f, .82f, dust);
        space.over(c, 1);
        cold.screen(c, .75f * two);
        warm.screen(c, .85f * one * (.35f + .65f * band));
        core.screen(c, .6f * one * two * band);
        space.over(c, .6f * lane * (.3f + .7f * band));
        warm.mix(core, .5f).screen(c, .35f * Curve.step(.5f, .56f, dust) * (1 - lane) * one);
    }
}
