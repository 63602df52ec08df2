package booth.painter.garden.look;

import booth.painter.garden.wish.Season;
import booth.painter.raster.Rgb;

/** The shaded and the lit colour of a kind of foliage. */
public record Leafage(Rgb dark, Rgb bright) {

    /** The kinds that a season has; hedges and lawns are of the first. */
    static Leafage[] of(Season season) {
        return switch (season) {
            case SPRING ->
                new Leafage[] {
                    hex(0x3F7A34, 0xBFDB5E), hex(0x55873A, 0xD3E57A), hex(0x2F6B45, 0x9CCB6C), hex(0x6B8F3A, 0xE0E88A)
                };
            case SUMMER ->
                new Leafage[] {
                    hex(0x22552C, 0x86B548), hex(0x2C6238, 0x7FAE5A), hex(0x3B6B2A, 0xA9C552), hex(0x1E4A34, 0x6A9E62)
                };
            case AUTUMN ->
                new Leafage[] {
                    hex(0x5A4A1E, 0xB8A044), hex(0x9A3A14, 0xF39A34), hex(0x8A1E18, 0xE85A34), hex(0xA06A14, 0xFBD24E)
                };
            case WINTER ->
                new Leafage[] {
                    hex(0x22443A, 0x6C9078), hex(0x2C4A44, 0x86A290), hex(0x38503A, 0x8A9A6C), hex(0x1E3C3C, 0x5E8680)
                };
        };
    }

    Leafage stained(Rgb by, float t) {
        Rgb low = by.times(.5f);
        return new Leafage(dark.mix(low, t), bright.mix(by.mix(bright, .25f).times(1.1f), t));
    }

    private static Leafage hex(int dark, int bright) {
        return new Leafage(Rgb.hex(dark), Rgb.hex(bright));
    }
}
