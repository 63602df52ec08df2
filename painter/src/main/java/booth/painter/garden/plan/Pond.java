package booth.painter.garden.plan;

import booth.matting.raster.Curve;
import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Ground;
import booth.painter.garden.wish.Climate;
import booth.painter.garden.wish.Mood;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;
import java.util.Arrays;

/** Water that mirrors all that was painted above its far shore, with lily pads on it. */
final class Pond {
    private final Garden garden;
    private final Layout layout;
    private final float shore;

    Pond(Garden garden, Layout layout, float shore) {
        this.garden = garden;
        this.layout = layout;
        this.shore = shore;
    }

    void paint() {
        mirror();
        pads();
    }

    private void mirror() {
        Ground ground = garden.ground();
        int width = garden.canvas().width;
        int first = Math.max(1, (int) shore);
        float[] above = Arrays.copyOf(garden.canvas().rgb, first * width * 3);
        Noise noise = garden.stage().noise();
        float rough = garden.wish().climate() == Climate.RAINY ? 2.2f : garden.mood() == Mood.CALM ? .5f : 1;
        boolean swamp = garden.mood() == Mood.DISGUSTED;
        Rgb deep = swamp
                ? Rgb.hex(0x4A4A12)
                : garden.look().sky().zenith().mix(garden.look().sky().dark(), .5f);
        float span = ground.bottom() - shore;
        garden.canvas().rows(first, garden.canvas().height, (x, y, c) -> {
            float metre = ground.scale(y + .5f);
            float away = ground.away(y + .5f);
            float right = (x - ground.middle()) / metre;
            if (layout.map().at(right, away) != Cover.WATER) {
                return;
            }
            float t = (y - shore) / span;
            float ripple = noise.at(right * .8f, away * 2.6f) + .5f * noise.at(right * 2.3f + 40, away * 6);
            int row = (int) (shore - 1 - (y - shore) * .94f + ripple * rough * garden.unit() * (2 + 9 * t));
            int column = Math.max(0, Math.min(width - 1, (int) (x + ripple * rough * garden.unit() * 3)));
            int o = (Math.max(0, Math.min(first - 1, row)) * width + column) * 3;
            c[0] = above[o];
            c[1] = above[o + 1];
            c[2] = above[o + 2];
            deep.over(c, (swamp ? .45f : .16f) + .3f * t);
            garden.look().sky().sun().screen(c, .14f * Curve.step(.35f, .8f, ripple) * rough);
            edge(c, right, away);
        });
    }

    /** Banks darken the water beside them. */
    private void edge(float[] c, float right, float away) {
        if (layout.map().at(right, away - .25f) != Cover.WATER || layout.map().at(right, away + .35f) != Cover.WATER) {
            garden.look().sky().dark().over(c, .35f);
        }
    }

    private void pads() {
        Ground ground = garden.ground();
        float row = shore + 3;
        while (row < ground.bottom()) {
            float metre = ground.scale(row);
            float away = ground.away(row);
            for (int i = 0; i < 9; i++) {
                float right = garden.between(-1, 1) * garden.canvas().width / metre * .6f;
                float crowd = garden.stage().noise().at(right * .55f + 7, away * .4f);
                if (crowd > .12f
                        && layout.map().at(right, away) == Cover.WATER
                        && layout.map().at(right, away - .4f) == Cover.WATER) {
                    LilyPad.paint(garden, ground.column(right, away), row, metre * garden.between(.1, .2), away);
                }
            }
            row += Math.max(3, (row - ground.horizon()) / ground.eye() / away * .3f);
        }
    }
}
