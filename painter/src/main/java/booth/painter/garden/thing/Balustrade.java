package booth.painter.garden.thing;

import booth.painter.garden.look.Garden;
import booth.painter.garden.plant.Flower;
import booth.painter.garden.plant.Shrub;
import booth.painter.garden.wish.Species;
import booth.painter.raster.Rgb;

/** A stone parapet right across the picture, with urns of flowers on its piers. */
public final class Balustrade {
    private Balustrade() {}

    public static void paint(Garden garden, float y, float metre, float metres) {
        Mason stone = new Mason(garden, Rgb.hex(0xD8D0C0), metres, metre * .1f);
        float width = garden.canvas().width;
        float tall = metre * .78f;
        float step = metre * .2f;
        for (float x = garden.between(-step, 0); x < width + step; x += step) {
            stone.turned(
                    x,
                    y - metre * .08f,
                    0,
                    step * .3f,
                    tall * .1f,
                    step * .16f,
                    tall * .32f,
                    step * .32f,
                    tall * .62f,
                    step * .13f,
                    tall * .8f,
                    step * .28f);
        }
        stone.rect(0, y - metre * .12f, width, y, .6f);
        stone.rect(0, y - tall, width, y - tall + metre * .13f, .9f);
        stone.rect(0, y - tall + metre * .13f, width, y - tall + metre * .17f, .3f);
        stone.snow(0, width, y - tall, metre * .09f);
        float pier = metre * 2.1f;
        for (float x = garden.between(.1, .9) * pier - pier; x < width + pier; x += pier) {
            stone.rect(x - metre * .19f, y - tall * 1.05f, x + metre * .19f, y, .75f);
            stone.rect(x - metre * .24f, y - tall * 1.12f, x + metre * .24f, y - tall * 1.02f, .95f);
            urn(garden, stone, x, y - tall * 1.12f, metre, metres);
        }
    }

    private static void urn(Garden garden, Mason stone, float x, float y, float metre, float metres) {
        float r = metre * .26f;
        Rgb petal = garden.petal();
        Shrub.bush(
                garden,
                x,
                y - r * 1.6f,
                r * 1.25f,
                r * 1.5f,
                metres,
                garden.look().leaves().get(0),
                0,
                petal);
        Species kind = garden.oneOf(garden.kinds());
        for (int i = 0; i < 12; i++) {
            float angle = garden.between(.15, 2.99);
            float out = garden.between(.3, 1.2) * r;
            new Flower(garden, kind, garden.chance(.7) ? petal : garden.petal())
                    .blossom(
                            x + out * (float) Math.cos(angle),
                            y - r * 1.7f - out * (float) Math.sin(angle),
                            metre * .085f,
                            1.1f,
                            .85f);
        }
        stone.turned(
                x, y, 0, r * .5f, r * .15f, r * .5f, r * .35f, r * .2f, r * .7f, r * .5f, r * 1.3f, r * .95f, r * 1.5f,
                r * .85f, r * 1.75f, r * 1.1f);
    }
}
