package booth.painter.scene;

import booth.matting.raster.Curve;
import booth.painter.motif.Nebula;
import booth.painter.motif.Planet;
import booth.painter.motif.Spiral;
import booth.painter.motif.Stars;
import booth.painter.raster.Canvas;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;
import booth.painter.stage.Hour;
import booth.painter.stage.Stage;
import java.util.List;

/** Open space: nebulae, star fields, a spiral galaxy, the lit limb of a planet below. */
final class GalaxyScene implements Scene {

    private static final Nebula[] NEBULAE = {
        Nebula.of(0x070818, 0xD0469A, 0x2F5FD6, 0xFFD9C8),
        Nebula.of(0x050A18, 0xE8804A, 0x1F8FB0, 0xFFF0C8),
        Nebula.of(0x0A0618, 0x8A4BE0, 0x2AB0C8, 0xF4DCFF),
        Nebula.of(0x060A14, 0xE05A6A, 0x6A4BD0, 0xFFE0D0)
    };

    @Override
    public List<Hour> hours() {
        return List.of(Hour.NIGHT);
    }

    @Override
    public boolean shafts() {
        return false;
    }

    @Override
    public void paint(Canvas canvas, Stage stage) {
        float unit = stage.unit();
        Nebula colours = stage.oneOf(NEBULAE);
        colours.paint(canvas, stage);
        float area = stage.width() * stage.height() / (unit * unit);
        Stars.scatter(canvas, stage, (int) (area / 420), stage.height() * 2f);
        hero(canvas, stage, colours);
        float row = stage.horizon() * stage.between(.15, .9);
        float moon = stage.free(row, unit * 40);
        new Planet(stage, colours, moon, row, unit * stage.between(14, 34), false).paint(canvas);
        limb(canvas, stage, colours);
        for (int i = 0; i < 9; i++) {
            float x = stage.between(0, stage.width());
            float y = stage.between(0, stage.height() * .7);
            Stars.spike(canvas, x, y, unit * stage.between(10, 34), colours.core(), stage.between(.4, .9));
        }
    }

    private static void hero(Canvas canvas, Stage stage, Nebula colours) {
        float y = stage.horizon() * stage.between(.28, .5);
        float x = stage.free(y, stage.unit() * 90);
        if (stage.dice().nextFloat() < .6f) {
            new Spiral(stage, colours, x, y, stage.unit() * stage.between(130, 190)).paint(canvas);
        } else {
            new Planet(stage, colours, x, y, stage.unit() * stage.between(52, 84), true).paint(canvas);
        }
    }

    /** The bow of a near planet at the bottom, its air glowing. */
    private static void limb(Canvas canvas, Stage stage, Nebula colours) {
        float unit = stage.unit();
        float radius = Math.max(stage.width(), stage.height()) * 1.5f;
        float cx = stage.width() * stage.between(.3, .7);
        float cy = stage.height() * stage.between(.78, .86) + radius;
        Rgb air = colours.cold().mix(Rgb.WHITE, .35f);
        Noise noise = stage.noise();
        canvas.rows((int) (cy - radius - unit * 120), stage.height(), (x, y, c) -> {
            float over = Curve.hypot(x - cx, y - cy) - radius;
            if (over > 0) {
                air.screen(c, .85f * (float) Math.exp(-over / (unit * 22)));
                return;
            }
            float depth = -over / unit;
            float land = noise.warped(x / (unit * 150), y / (unit * 40), 5, .8f);
            Rgb ground = colours.space().mix(colours.cold(), .35f + .5f * Curve.step(-.3f, .6f, land));
            ground.mix(
                            Rgb.WHITE,
                            .45f * Curve.step(.15f, .6f, noise.warped(x / (unit * 110) + 9, y / (unit * 26), 5, 1.2f)))
                    .over(c, Curve.clamp(depth + .5f));
            air.screen(c, .9f * (float) Math.exp(-depth / 24));
            colours.space().over(c, .55f * Curve.step(20, 190, depth));
        });
    }
}
