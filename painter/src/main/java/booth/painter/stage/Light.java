package booth.painter.stage;

import booth.painter.raster.Rgb;

/**
 * Where the light of a scene comes from and what colour it gives things.
 *
 * @param sunX picture column of the sun or moon, in pixels
 * @param sunY its row, in pixels; may lie outside the picture
 */
public record Light(Hour hour, Weather weather, Palette palette, float sunX, float sunY) {

    public boolean night() {
        return hour == Hour.NIGHT;
    }

    /** A thing's own colour as it looks at a distance (0 near, 1 at the horizon): dimmed by the hour, then hazed. */
    public Rgb on(Rgb own, float distance) {
        Rgb lit = switch (hour) {
            case DAY -> own;
            case DAWN -> own.mix(palette.haze(), .16f).times(.95f);
            case SUNSET -> tint(own, palette.horizon(), .55f).times(.8f);
            case NIGHT -> tint(own, palette.horizon(), .75f).times(.52f);
        };
        return lit.mix(palette.haze().mix(palette.middle(), .35f), distance);
    }

    private static Rgb tint(Rgb own, Rgb by, float t) {
        Rgb stained = new Rgb(own.r() * by.r(), own.g() * by.g(), own.b() * by.b());
        return own.mix(stained, t);
    }
}
