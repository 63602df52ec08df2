package booth.painter.garden.plant;

import booth.painter.garden.look.Garden;
import booth.painter.garden.wish.Species;
import booth.painter.raster.Brush;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;

/**
 * One blossom to be painted.
 *
 * @param x its middle
 * @param r half its width in pixels
 * @param metres how far away it is
 * @param own its colour in white light
 * @param soft width of its edges in pixels
 * @param squash how much it is seen from the side: 1 full face
 */
record Head(Garden garden, float x, float y, float r, float metres, Rgb own, float soft, float squash) {

    void paint(Species species) {
        if (r < 1.7f) {
            brush().dot(x, y, r * 1.2f, tone(own, .85f), .95f, 1);
            return;
        }
        if (r < 4.5f) {
            small(species);
            return;
        }
        switch (species) {
            case DAISY -> Faces.daisy(this);
            case SUNFLOWER -> Faces.sunflower(this);
            case POPPY -> Faces.poppy(this);
            case CHERRY -> Faces.cherry(this);
            case ROSE -> Faces.rose(this);
            case DAHLIA -> Faces.dahlia(this);
            case TULIP -> Cups.tulip(this);
            case SNOWDROP -> Cups.snowdrop(this);
            case BELL -> Cups.bells(this);
            case PITCHER -> Cups.pitcher(this);
            case IRIS -> Cups.iris(this);
            case LAVENDER -> Clusters.lavender(this);
            case HYDRANGEA -> Clusters.hydrangea(this);
        }
    }

    /** A few pixels wide: the outline tells the kind, and a heart of its own colour. */
    private void small(Species species) {
        boolean tall = species == Species.LAVENDER || species == Species.BELL || species == Species.TULIP;
        float wide = tall ? r * .62f : r;
        float high = tall ? r * 1.25f : r * squash;
        brush().dab(x, y + high * .25f, wide, high, 0, tone(own, .3f), .9f, 1.2f);
        brush().dab(x - r * .15f, y - high * .15f, wide * .8f, high * .7f, 0, tone(own, .95f), .95f, 1.2f);
        if (species == Species.DAISY || species == Species.SUNFLOWER || species == Species.POPPY) {
            boolean dark = species != Species.DAISY;
            brush().dot(x, y, r * .36f, tone(dark ? Faces.DARK_HEART : Faces.GOLD, .8f), .95f, 1);
        }
    }

    Brush brush() {
        return garden.brush();
    }

    Rgb tone(Rgb colour, float lit) {
        return garden.tone(colour, lit, metres);
    }

    /** How much a side that points there is lit, 0 to 1: from above, and from where the sun stands. */
    float lit(float angle) {
        return .56f - .26f * (float) Math.sin(angle) + .2f * garden.side() * (float) Math.cos(angle);
    }

    /** A petal that grows from near the middle outward, foreshortened with the blossom. */
    void ray(Petal shape, float angle, float from, float to, float width, Rgb foot, Rgb tip) {
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle) * squash;
        float turned = (float) Math.atan2(sin, cos);
        float stretch = (float) Math.sqrt(cos * cos + sin * sin);
        float lit = lit(angle);
        float across = width * (squash + (1 - squash) * Math.abs(sin));
        brush().petal(
                        shape,
                        x + cos * from * r,
                        y + sin * from * r,
                        turned,
                        (to - from) * r * stretch,
                        across * r,
                        tone(foot, lit),
                        tone(tip, lit + .12f),
                        1,
                        soft);
    }
}
