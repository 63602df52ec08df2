package booth.painter.stage;

import booth.painter.raster.Rgb;

/**
 * The colours of one time of day.
 *
 * @param zenith top of the sky
 * @param middle half way down
 * @param horizon bottom of the sky
 * @param sun the sun or the moon
 * @param cloud the lit side of a cloud
 * @param cloudShade its shaded side
 * @param haze what distance turns everything into
 * @param dark the deepest shadow of the foreground
 */
public record Palette(Rgb zenith, Rgb middle, Rgb horizon, Rgb sun, Rgb cloud, Rgb cloudShade, Rgb haze, Rgb dark) {

    /** The same hour under a closed cloud cover: greyer and nearer to each other. */
    public Palette overcast() {
        return new Palette(
                dull(zenith, .6f),
                dull(middle, .65f),
                dull(horizon, .7f),
                dull(sun, .5f),
                dull(cloud, .6f).times(.86f),
                dull(cloudShade, .6f).times(.85f),
                dull(haze, .7f),
                dull(dark, .3f));
    }

    private static Rgb dull(Rgb colour, float t) {
        float grey = colour.luminance();
        return colour.mix(new Rgb(grey * .93f, grey * .97f, grey * 1.03f), t);
    }
}
