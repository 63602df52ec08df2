package booth.painter.garden.beast;

import booth.painter.garden.look.Garden;
import booth.painter.garden.wish.Mood;
import booth.painter.raster.Rgb;

/** A dog that sits: turned to the one who looks, or to the garden. */
public final class Dog {
    private static final float SIZE = .82f;
    private static final Rgb NOSE = Rgb.hex(0x221A1A);
    private static final Rgb TONGUE = Rgb.hex(0xE87488);

    private Dog() {}

    public static void paint(Garden garden, float right, float away) {
        Fur fur = Fur.at(garden, right, away, SIZE);
        Coat coat = Coat.dog(garden);
        garden.shadow(fur.x(), fur.y(), fur.tall() * .32f, fur.tall() * .7f);
        boolean back = garden.chance(.35);
        tail(fur, coat, back);
        if (back) {
            fromBehind(fur, coat);
        } else {
            body(fur, coat);
            head(fur, coat, garden.mood());
        }
    }

    private static void tail(Fur fur, Coat coat, boolean back) {
        if (back) {
            fur.line(coat.fur(), .05f, .06f, .3f, -.02f, .44f, .12f, .1f, .05f);
        } else {
            fur.line(coat.fur(), .2f, .08f, .42f, .06f, .42f, .3f, .09f, .04f);
        }
    }

    private static void fromBehind(Fur fur, Coat coat) {
        fur.shape(
                coat.fur(),
                .62f,
                -.27f,
                .03f,
                -.33f,
                .16f,
                -.27f,
                .36f,
                -.17f,
                .58f,
                0,
                .66f,
                .17f,
                .58f,
                .27f,
                .36f,
                .33f,
                .16f,
                .27f,
                .03f,
                0,
                0);
        fur.shape(coat.fur(), .68f, -.19f, .76f, -.12f, .95f, 0, 1, .12f, .95f, .19f, .76f, .1f, .62f, -.1f, .62f);
        fur.pair(coat.mark(), .5f, -.15f, .92f, -.26f, .84f, -.26f, .66f, -.19f, .62f, -.14f, .78f);
        fur.rim(0, .36f, .3f, .3f);
    }

    private static void body(Fur fur, Coat coat) {
        fur.pair(coat.fur(), .5f, -.14f, .02f, -.32f, .01f, -.36f, .14f, -.28f, .3f, -.14f, .28f);
        fur.shape(
                coat.fur(),
                .6f,
                -.2f,
                .04f,
                -.25f,
                .3f,
                -.17f,
                .56f,
                0,
                .66f,
                .17f,
                .56f,
                .25f,
                .3f,
                .2f,
                .04f,
                0,
                .02f);
        fur.shape(coat.chest(), .75f, -.1f, .3f, -.13f, .46f, 0, .6f, .13f, .46f, .1f, .3f, 0, .2f);
        fur.pair(coat.fur(), .68f, -.17f, .02f, -.17f, .3f, -.05f, .32f, -.04f, .02f, -.1f, 0);
        fur.pair(coat.chest(), .8f, -.18f, .005f, -.18f, .075f, -.105f, .09f, -.03f, .075f, -.03f, .005f);
    }

    private static void head(Fur fur, Coat coat, Mood mood) {
        fur.shape(
                coat.fur(), .7f, -.2f, .74f, -.16f, .93f, 0, 1, .16f, .93f, .2f, .74f, .11f, .6f, 0, .57f, -.11f, .6f);
        fur.shape(
                coat.chest(),
                .85f,
                -.035f,
                .96f,
                -.03f,
                .8f,
                -.12f,
                .68f,
                -.09f,
                .59f,
                0,
                .56f,
                .09f,
                .59f,
                .12f,
                .68f,
                .03f,
                .8f,
                .035f,
                .96f);
        fur.pair(coat.mark(), .6f, -.12f, .96f, -.22f, .93f, -.3f, .76f, -.26f, .6f, -.19f, .64f, -.16f, .8f);
        for (float side : new float[] {-1, 1}) {
            fur.dab(NOSE, .5f, side * .085f, .8f, .03f, .035f);
            fur.dab(Rgb.WHITE, 1, side * .085f + .01f, .812f, .009f, .01f);
        }
        boolean cheerful = mood == Mood.HAPPY || mood == Mood.SURPRISED || mood == Mood.CALM;
        if (cheerful) {
            fur.dab(TONGUE, .85f, .012f, .585f, .036f, .05f);
        }
        fur.line(NOSE, 0, .68f, 0, .64f, -.06f, cheerful ? .645f : .62f, .012f, .008f);
        fur.line(NOSE, 0, .68f, 0, .64f, .06f, cheerful ? .645f : .62f, .012f, .008f);
        fur.dab(NOSE, .5f, 0, .705f, .045f, .032f);
        fur.dab(Rgb.WHITE, .9f, -.01f, .715f, .014f, .008f);
        fur.rim(0, .8f, .22f, .14f);
    }
}
