package booth.painter.garden.beast;

import booth.painter.garden.look.Garden;
import booth.painter.raster.Rgb;

/** A cat that sits: turned to the one who looks, or to the garden, its tail around it. */
public final class Cat {
    private static final float SIZE = .58f;
    private static final Rgb PUPIL = Rgb.hex(0x14120E);
    private static final Rgb PINK = Rgb.hex(0xE8939A);

    private Cat() {}

    public static void paint(Garden garden, float right, float away) {
        Fur fur = Fur.at(garden, right, away, SIZE);
        Coat coat = Coat.cat(garden);
        garden.shadow(fur.x(), fur.y(), fur.tall() * .34f, fur.tall() * .7f);
        boolean back = garden.chance(.35);
        if (back) {
            fromBehind(fur, coat);
        } else {
            body(fur, coat);
            ears(fur, coat);
            face(fur, coat, garden);
        }
    }

    private static void fromBehind(Fur fur, Coat coat) {
        ears(fur, coat);
        fur.shape(
                coat.fur(),
                .6f,
                -.24f,
                .02f,
                -.3f,
                .18f,
                -.24f,
                .42f,
                -.13f,
                .62f,
                0,
                .68f,
                .13f,
                .62f,
                .24f,
                .42f,
                .3f,
                .18f,
                .24f,
                .02f,
                0,
                0);
        fur.shape(coat.fur(), .68f, -.18f, .72f, -.12f, .88f, 0, .92f, .12f, .88f, .18f, .72f, .1f, .62f, -.1f, .62f);
        for (int i = 0; i < 4; i++) {
            fur.line(coat.mark(), -.07f, .2f + .1f * i, 0, .24f + .1f * i, .07f, .2f + .1f * i, .012f, .012f);
        }
        fur.line(coat.fur(), .1f, .04f, .5f, -.04f, .5f, .3f, .085f, .06f);
        fur.line(coat.mark(), .49f, .22f, .505f, .26f, .5f, .31f, .07f, .05f);
        fur.rim(0, .36f, .27f, .3f);
    }

    private static void body(Fur fur, Coat coat) {
        fur.shape(
                coat.fur(),
                .58f,
                -.21f,
                .02f,
                -.27f,
                .18f,
                -.22f,
                .4f,
                -.12f,
                .62f,
                .12f,
                .62f,
                .22f,
                .4f,
                .27f,
                .18f,
                .21f,
                .02f,
                0,
                0);
        fur.shape(coat.chest(), .75f, -.09f, .26f, -.12f, .46f, -.06f, .6f, .06f, .6f, .12f, .46f, .09f, .26f, 0, .16f);
        fur.pair(coat.fur(), .68f, -.14f, .02f, -.13f, .28f, -.03f, .3f, -.02f, .02f, -.08f, 0);
        fur.pair(coat.chest(), .82f, -.15f, .003f, -.15f, .06f, -.085f, .075f, -.02f, .06f, -.02f, .003f);
        fur.line(coat.fur(), .2f, .05f, .44f, .02f, .34f, -.01f, .08f, .075f);
        fur.line(coat.fur(), .34f, -.01f, .22f, -.05f, .06f, -.012f, .075f, .05f);
        fur.line(coat.mark(), .16f, -.022f, .1f, -.026f, .05f, -.012f, .055f, .045f);
    }

    private static void ears(Fur fur, Coat coat) {
        fur.pair(coat.fur(), .6f, -.19f, .8f, -.2f, .95f, -.185f, 1.02f, -.15f, .99f, -.07f, .9f, -.05f, .8f);
        fur.pair(PINK.mix(coat.mark(), .3f), .7f, -.165f, .86f, -.17f, .945f, -.145f, .95f, -.1f, .88f);
    }

    private static void face(Fur fur, Coat coat, Garden garden) {
        fur.shape(
                coat.fur(),
                .7f,
                -.21f,
                .7f,
                -.19f,
                .82f,
                -.1f,
                .91f,
                .1f,
                .91f,
                .19f,
                .82f,
                .21f,
                .7f,
                .11f,
                .59f,
                -.11f,
                .59f);
        fur.shape(coat.chest(), .86f, -.08f, .68f, 0, .72f, .08f, .68f, .08f, .62f, 0, .59f, -.08f, .62f);
        for (int i = -1; i <= 1; i++) {
            fur.line(coat.mark(), i * .045f, .9f, i * .045f, .87f, i * .038f, .83f, .016f, .008f);
        }
        Rgb iris = garden.night() ? Rgb.hex(0xD8FF7A) : Rgb.hex(0x9CC24A);
        for (float side : new float[] {-1, 1}) {
            fur.dab(iris, garden.night() ? 2.2f : .95f, side * .09f, .765f, .042f, .038f);
            fur.dab(PUPIL, .5f, side * .09f, .765f, garden.night() ? .03f : .016f, .036f);
            fur.dab(Rgb.WHITE, 1, side * .09f + .012f, .78f, .009f, .009f);
            for (int k = -1; k <= 1; k++) {
                fur.line(
                        Rgb.hex(0xF6F2EA),
                        side * .07f,
                        .655f,
                        side * .18f,
                        .665f + k * .02f,
                        side * .29f,
                        .65f + k * .045f,
                        .005f,
                        .003f);
            }
            fur.line(PUPIL, 0, .668f, side * .02f, .63f, side * .055f, .645f, .009f, .006f);
        }
        fur.dab(PINK, .8f, 0, .685f, .024f, .017f);
        fur.rim(0, .77f, .22f, .12f);
    }
}
