package booth.painter.garden.thing;

import booth.painter.garden.look.Garden;
import booth.painter.garden.plant.Shrub;
import booth.painter.raster.Rgb;
import booth.painter.stage.Hour;
import java.awt.geom.Path2D;

/** A palm house of glass and white iron, lit from within when it is dark. */
public final class Glasshouse {
    private Glasshouse() {}

    public static void paint(Garden garden, float x, float y, float metre, float metres) {
        float half = 4.2f * metre;
        float wall = 2.4f * metre;
        inside(garden, x, y, half, wall, metre, metres);
        boolean lit = garden.wish().hour() != Hour.DAY;
        Rgb glow = lit ? Rgb.hex(0xFFD890) : garden.look().sky().horizon().mix(Rgb.WHITE, .3f);
        Path2D.Float hull = hull(x, y, half, wall, metre);
        garden.canvas().shape(hull, (px, py, c) -> {
            float high = (y - py) / (wall * 1.9f);
            glow.over(c, (lit ? .34f : .3f) + .22f * high * (lit ? -1 : 1));
            if ((px + (int) (py * .7f)) % (int) (metre * 1.9f + 2) < metre * .35f) {
                Rgb.WHITE.over(c, lit ? .05f : .16f);
            }
        });
        ribs(garden, x, y, half, wall, metre, metres);
        if (lit) {
            garden.canvas().glow(x, y - wall * .6f, half * 1.5f, glow, garden.night() ? .3f : .16f);
        }
    }

    private static Path2D.Float hull(float x, float y, float half, float wall, float metre) {
        Path2D.Float path = new Path2D.Float();
        path.moveTo(x - half, y);
        path.lineTo(x - half, y - wall);
        path.quadTo(x - half * .9f, y - wall * 1.6f, x - half * .42f, y - wall * 1.7f);
        path.quadTo(x - half * .36f, y - wall * 2.5f, x, y - wall * 2.55f);
        path.quadTo(x + half * .36f, y - wall * 2.5f, x + half * .42f, y - wall * 1.7f);
        path.quadTo(x + half * .9f, y - wall * 1.6f, x + half, y - wall);
        path.lineTo(x + half, y);
        path.closePath();
        return path;
    }

    private static void inside(Garden garden, float x, float y, float half, float wall, float metre, float metres) {
        for (int i = 0; i < 9; i++) {
            float px = x + garden.between(-.85, .85) * half;
            Shrub.bush(
                    garden,
                    px,
                    y,
                    metre * garden.between(.5, .9),
                    wall * garden.between(.5, 1.05),
                    metres,
                    garden.leaf(),
                    .12f,
                    garden.petal());
        }
    }

    private static void ribs(Garden garden, float x, float y, float half, float wall, float metre, float metres) {
        Mason iron = new Mason(garden, Rgb.hex(0xF2F4F0), metres, metre * .2f);
        iron.stroke(hull(x, y, half, wall, metre), metre * .11f, .85f);
        for (int i = -6; i <= 6; i++) {
            float t = i / 6.5f;
            float low = x + t * half;
            Path2D.Float rib = new Path2D.Float();
            rib.moveTo(low, y);
            rib.lineTo(low, y - wall);
            if (Math.abs(t) > .42f) {
                rib.quadTo(
                        low - t * half * .06f,
                        y - wall * 1.45f,
                        x + Math.signum(t) * half * (.42f + (Math.abs(t) - .42f) * .4f),
                        y - wall * (1.7f - .1f * Math.abs(t)));
            } else {
                rib.lineTo(low, y - wall * 1.7f);
                rib.quadTo(low, y - wall * 2.3f, x + t * half * .1f, y - wall * 2.55f);
            }
            iron.stroke(rib, metre * .045f, .85f);
        }
        iron.rect(x - half, y - wall - metre * .08f, x + half, y - wall, .9f);
        iron.rect(x - half * .42f, y - wall * 1.7f - metre * .06f, x + half * .42f, y - wall * 1.7f, .9f);
        iron.rect(x - half, y - wall * .45f, x + half, y - wall * .45f + metre * .05f, .8f);
        iron.rect(x - half * 1.02f, y - metre * .3f, x + half * 1.02f, y, .6f);
        Mason door = new Mason(garden, Rgb.hex(0x3E6A5A), metres, metre * .1f);
        door.rect(x - metre * .62f, y - metre * 2.1f, x - metre * .05f, y, .7f);
        door.rect(x + metre * .05f, y - metre * 2.1f, x + metre * .62f, y, .7f);
        iron.snow(x - half * .42f, x + half * .42f, y - wall * 1.74f, metre * .14f);
        iron.snow(x - half, x + half, y - wall - metre * .1f, metre * .14f);
    }
}
