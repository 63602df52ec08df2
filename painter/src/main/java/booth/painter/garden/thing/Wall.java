package booth.painter.garden.thing;

import booth.painter.garden.look.Garden;
import booth.painter.garden.plant.Flower;
import booth.painter.garden.plant.Shrub;
import booth.painter.garden.wish.Species;
import booth.painter.raster.Rgb;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** An old wall of field stones with a door in it and roses along it. */
public final class Wall {
    private Wall() {}

    /** From one border to the other; the door is at x. */
    public static void paint(Garden garden, float x, float y, float metre, float metres) {
        float tall = 2.3f * metre;
        Mason joints = new Mason(garden, Rgb.hex(0x6E665A), metres, metre * .08f);
        joints.rect(0, y - tall, garden.canvas().width, y, .4f);
        stones(garden, y, tall, metre, metres);
        joints.snow(0, garden.canvas().width, y - tall, metre * .1f);
        door(garden, x, y, metre, metres);
        climbers(garden, x, y, tall, metre, metres);
    }

    private static void stones(Garden garden, float y, float tall, float metre, float metres) {
        float high = metre * .2f;
        int courses = (int) (tall / high);
        for (int i = 0; i <= courses; i++) {
            float top = y - tall + i * high;
            float x = -garden.between(0, metre * .4);
            while (x < garden.canvas().width) {
                float wide = metre * garden.between(.22, .5);
                Rgb own = Rgb.hex(0xB4A68E)
                        .mix(Rgb.hex(0x8A8C94), garden.between(0, .8))
                        .times(garden.between(.85, 1.1));
                new Mason(garden, own, metres, metre * .06f)
                        .fill(
                                new RoundRectangle2D.Float(
                                        x, top, wide - metre * .025f, high - metre * .025f, high * .5f, high * .5f),
                                garden.between(.5, .8));
                x += wide;
            }
        }
    }

    private static void door(Garden garden, float x, float y, float metre, float metres) {
        float half = metre * .52f;
        Mason frame = new Mason(garden, Rgb.hex(0xC8BCA4), metres, metre * .07f);
        frame.fill(vault(x, y, half * 1.28f, metre * 1.55f), .8f);
        Rgb paint = switch (garden.mood()) {
            case ANGRY -> Rgb.hex(0x7A1414);
            case FEAR -> Rgb.hex(0x1A221E);
            case SAD -> Rgb.hex(0x3A5C8A);
            case DISGUSTED -> Rgb.hex(0x7A7A2A);
            default -> Rgb.hex(0x2F7A78);
        };
        Mason wood = new Mason(garden, paint, metres, metre * .05f);
        wood.fill(vault(x, y, half, metre * 1.5f), .65f);
        for (int i = -2; i <= 2; i++) {
            garden.brush()
                    .line(
                            x + i * half * .36f,
                            y - metre * 1.75f,
                            x + i * half * .36f,
                            y,
                            1.2f,
                            1.2f,
                            garden.tone(paint.times(.5f), .4f, metres),
                            .8f,
                            1);
        }
        garden.brush()
                .dot(
                        x + half * .66f,
                        y - metre * .85f,
                        metre * .05f,
                        garden.tone(Rgb.hex(0xD8B04A), .9f, metres),
                        1,
                        1);
    }

    private static Path2D.Float vault(float x, float y, float half, float tall) {
        Path2D.Float path = new Path2D.Float();
        path.moveTo(x - half, y);
        path.lineTo(x - half, y - tall);
        path.curveTo(x - half, y - tall - half * 1.1f, x + half, y - tall - half * 1.1f, x + half, y - tall);
        path.lineTo(x + half, y);
        path.closePath();
        return path;
    }

    private static void climbers(Garden garden, float x, float y, float tall, float metre, float metres) {
        int bushes = (int) (garden.canvas().width / metre / 1.1f) + 1;
        for (int i = 0; i < bushes; i++) {
            float bx = garden.between(0, garden.canvas().width);
            if (Math.abs(bx - x) < metre * 1.05f) {
                continue;
            }
            Rgb petal = garden.petal();
            float half = metre * garden.between(.4, .8);
            float high = tall * garden.between(.5, 1.12);
            Shrub.bush(garden, bx, y, half, high, metres, garden.leaf(), 0, petal);
            for (int k = 0; k < 26; k++) {
                float angle = garden.between(0, Math.PI);
                float out = (float) Math.sqrt(garden.between(0, 1));
                new Flower(garden, Species.ROSE, petal)
                        .blossom(
                                bx + out * half * (float) Math.cos(angle),
                                y - out * high * (float) Math.sin(angle),
                                metre * garden.between(.045, .08),
                                1,
                                .9f);
            }
        }
    }
}
