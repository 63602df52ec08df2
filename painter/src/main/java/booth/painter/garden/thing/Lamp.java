package booth.painter.garden.thing;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Rgb;

/** A lantern on a post; lit when it is dark. */
public final class Lamp {
    private static final Rgb FLAME = Rgb.hex(0xFFC873);

    private Lamp() {}

    public static void paint(Garden garden, float x, float y, float metre, float metres) {
        Mason iron = new Mason(garden, Rgb.hex(0x2B2E30), metres, metre * .1f);
        float top = y - metre * 1.9f;
        garden.shadow(x, y, metre * .12f, metre * 1.2f);
        iron.rect(x - metre * .03f, top, x + metre * .03f, y, .5f);
        iron.turned(x, y, 0, metre * .12f, metre * .1f, metre * .08f, metre * .2f, metre * .04f);
        boolean lit = garden.night() || garden.wish().hour() != booth.painter.stage.Hour.DAY;
        Rgb flame = switch (garden.mood()) {
            case ANGRY -> Rgb.hex(0xFF5A2A);
            case FEAR -> Rgb.hex(0xBFE8B0);
            case DISGUSTED -> Rgb.hex(0xD8E060);
            case SAD -> Rgb.hex(0xBFD4FF);
            default -> FLAME;
        };
        Rgb glass = lit ? flame.mix(Rgb.WHITE, .4f) : garden.tone(Rgb.hex(0xE8EEF0), .8f, metres);
        float half = metre * .13f;
        garden.brush().dab(x, top - half * 1.2f, half, half * 1.35f, 0, glass, lit ? 1 : .75f, 1.5f);
        iron.turned(x, top - half * 2.3f, 0, half * 1.35f, half * .5f, half * .5f, half, half * .12f);
        iron.rect(x - half * 1.1f, top - half * .2f, x + half * 1.1f, top, .5f);
        iron.snow(x - half, x + half, top - half * 2.4f, half * .6f);
        if (lit) {
            float strength = garden.night() ? 1 : .5f;
            garden.canvas().glow(x, top - half * 1.2f, metre * 2.1f, flame, .42f * strength);
            garden.canvas().glow(x, top - half * 1.2f, metre * .5f, flame.mix(Rgb.WHITE, .5f), .9f * strength);
            garden.brush().dab(x, y, metre * .9f, metre * .2f, 0, flame, .2f * strength, metre * .35f);
        }
    }
}
