package booth.painter.garden.thing;

import booth.painter.garden.look.Garden;
import booth.painter.garden.wish.Mood;
import booth.painter.raster.Rgb;
import java.awt.geom.Path2D;

/** A bowed wooden bridge with a railing, and its image in the water under it. */
public final class Bridge {
    private Bridge() {}

    /** From left to right over the place; half its length in pixels. */
    public static void paint(Garden garden, float x, float y, float half, float metre, float metres) {
        Rgb lacquer = switch (garden.mood()) {
            case CALM -> Rgb.hex(0x7FA89A);
            case SAD -> Rgb.hex(0x5A7490);
            case FEAR -> Rgb.hex(0x2E3A34);
            case DISGUSTED -> Rgb.hex(0x6A6430);
            case CONFUSED -> Rgb.hex(0x6A4AC0);
            default -> Rgb.hex(0xC23A2A);
        };
        for (int pass = 0; pass < 2; pass++) {
            boolean mirrored = pass == 0;
            float way = mirrored ? 1 : -1;
            Mason wood = new Mason(
                    garden, mirrored ? lacquer.mix(garden.look().sky().dark(), .45f) : lacquer, metres, metre * .08f);
            float foot = mirrored ? y + metre * .1f : y;
            float rise = half * .42f;
            deck(wood, x, foot, half, rise, way, metre);
            railing(garden, wood, x, foot, half, rise, way, metre, mirrored);
        }
    }

    private static void deck(Mason wood, float x, float y, float half, float rise, float way, float metre) {
        Path2D.Float deck = new Path2D.Float();
        deck.moveTo(x - half, y);
        deck.quadTo(x, y + way * rise * 1.7f, x + half, y);
        deck.lineTo(x + half, y - way * metre * .02f);
        deck.lineTo(x + half * .9f, y - way * metre * .02f);
        deck.quadTo(x, y + way * (rise * 1.5f - metre * .26f), x - half * .9f, y - way * metre * .02f);
        deck.closePath();
        wood.fill(deck, .5f);
        Path2D.Float edge = new Path2D.Float();
        edge.moveTo(x - half, y);
        edge.quadTo(x, y + way * rise * 1.7f, x + half, y);
        wood.stroke(edge, metre * .07f, .95f);
    }

    private static void railing(
            Garden garden,
            Mason wood,
            float x,
            float y,
            float half,
            float rise,
            float way,
            float metre,
            boolean mirrored) {
        float tall = metre * .62f;
        int posts = 9;
        for (int i = 0; i < posts; i++) {
            float t = i / (posts - 1f);
            float px = x - half + 2 * half * t;
            float py = y + way * rise * 1.7f * 2 * t * (1 - t);
            float wide = metre * (i % 4 == 0 ? .055f : .03f);
            wood.rect(px - wide, Math.min(py, py + way * tall), px + wide, Math.max(py, py + way * tall), .7f);
        }
        for (float level : new float[] {1, .55f}) {
            Path2D.Float rail = new Path2D.Float();
            rail.moveTo(x - half, y + way * tall * level);
            rail.quadTo(x, y + way * (rise * 1.7f + tall * level), x + half, y + way * tall * level);
            wood.stroke(rail, metre * .06f, .9f);
            if (!mirrored && level == 1 && garden.mood() != Mood.DISGUSTED) {
                for (float t = .03f; t < .98f; t += .02f) {
                    float py = y - tall - rise * 3.4f * t * (1 - t);
                    wood.snow(
                            x - half + 2 * half * t - 2, x - half + 2 * half * t + 2, py - metre * .03f, metre * .05f);
                }
            }
        }
    }
}
