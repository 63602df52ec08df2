package booth.painter.garden.plant;

import booth.painter.garden.look.Garden;
import booth.painter.garden.wish.Mood;
import booth.painter.garden.wish.Species;
import booth.painter.raster.Brush;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/** A whole plant: stem, leaves, blossom. The sad ones hang their heads. */
public final class Flower {
    private static final Rgb SNOW = Rgb.hex(0xF4F8FF);

    private final Garden garden;
    private final Species species;
    private final Rgb colour;

    public Flower(Garden garden, Species species, Rgb colour) {
        this.garden = garden;
        this.species = species;
        this.colour = natural(garden, species, colour);
    }

    /** Grows at a place of the ground, where a metre is so many pixels. */
    public void paint(float x, float y, float metre, float metres) {
        float grown = garden.between(.75, 1.2);
        float tall = species.tall() * metre * grown;
        float r = species.half() * metre * garden.between(.85, 1.2);
        float lean = garden.between(-.14, .14) * tall;
        Rgb own = colour.mix(garden.chance(.5) ? Rgb.WHITE : garden.look().sky().dark(), garden.between(0, .16));
        if (r < 1.7f) {
            garden.brush()
                    .dot(x + lean, y - tall * .7f, Math.max(.9f, r * 1.3f), garden.tone(own, .85f, metres), .95f, 1);
            return;
        }
        leaves(x, y, tall, metres);
        stem(x, y, lean, tall, r, metres, own);
    }

    private void stem(float x, float y, float lean, float tall, float r, float metres, Rgb own) {
        boolean droops = garden.mood() == Mood.SAD && species != Species.BELL && species != Species.HYDRANGEA;
        Rgb green = garden.tone(
                garden.look()
                        .leaves()
                        .get(0)
                        .dark()
                        .mix(garden.look().leaves().get(0).bright(), .4f),
                .6f,
                metres);
        float thick = Math.max(.8f, r * .16f);
        if (droops || species == Species.SNOWDROP) {
            float way = lean < 0 ? -1 : 1;
            float bow = droops ? tall * .32f : r * 1.3f;
            float endX = x + way * bow * .9f;
            float endY = y - tall + bow * .7f;
            garden.brush().curve(x, y, x, y - tall * 1.25f, endX, endY - r * .5f, thick, thick * .8f, green, 1.1f);
            new Head(garden, endX, endY + r * .4f, r, metres, own, 1.1f, .75f).paint(species);
            return;
        }
        garden.brush().curve(x, y, x, y - tall * .6f, x + lean, y - tall, thick, thick * .7f, green, 1.1f);
        float squash = species == Species.SUNFLOWER ? garden.between(.85, 1) : garden.between(.5, .95);
        new Head(garden, x + lean, y - tall, r, metres, own, 1.1f, squash).paint(species);
        if (garden.look().snow() > .4f && species != Species.LAVENDER) {
            garden.brush()
                    .dab(
                            x + lean,
                            y - tall - r * squash * .6f,
                            r * .55f,
                            r * .2f,
                            0,
                            garden.tone(SNOW, .9f, metres),
                            .75f,
                            1.6f);
        }
    }

    private void leaves(float x, float y, float tall, float metres) {
        Brush brush = garden.brush();
        Rgb dark = garden.tone(garden.look().leaves().get(0).dark(), .35f, metres);
        Rgb bright = garden.tone(garden.look().leaves().get(0).bright(), .7f, metres);
        int count = tall > 30 ? 5 : 3;
        boolean blades = species == Species.TULIP || species == Species.IRIS || species == Species.SNOWDROP;
        for (int i = 0; i < count; i++) {
            float lean = garden.between(-.75, .75);
            float length = tall * garden.between(.35, .7) * (blades ? 1.1f : .7f);
            float from = blades ? 0 : tall * garden.between(0, .35);
            brush.petal(
                    Petal.POINTED,
                    x + garden.between(-.04, .04) * tall,
                    y - from,
                    (float) (-Math.PI / 2) + lean,
                    length,
                    length * (blades ? .17f : .36f),
                    dark,
                    garden.chance(.5) ? bright : dark.mix(bright, .5f),
                    1,
                    1.1f);
        }
    }

    /** A blossom alone, out of focus or in it, as large as wanted. */
    public void blossom(float x, float y, float r, float soft, float squash) {
        new Head(garden, x, y, r, 0, colour, soft, squash).paint(species);
    }

    /** Where the mood lets them, flowers have the colours that one knows them by. */
    private static Rgb natural(Garden garden, Species kind, Rgb drawn) {
        if (garden.mood() != Mood.HAPPY && garden.mood() != Mood.CALM) {
            return drawn;
        }
        return switch (kind) {
            case LAVENDER -> drawn.mix(Rgb.hex(0x7E5CD0), .75f);
            case SUNFLOWER -> drawn.mix(Rgb.hex(0xFFC21E), garden.mood() == Mood.HAPPY ? .72f : .3f);
            case DAISY -> drawn.mix(Rgb.WHITE, .55f);
            default -> drawn;
        };
    }
}
