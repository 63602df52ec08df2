package booth.painter.stage;

import booth.painter.raster.Noise;
import java.util.Random;

/**
 * What a scene is told before it paints.
 *
 * @param width picture width in pixels
 * @param height picture height in pixels
 * @param unit pixels of a picture per pixel of one 1024 pixels long; all sizes are multiples of it
 * @param dice every choice of the scene; seeded by prompt and seed
 * @param noise every texture of the scene
 * @param light sun, hour and weather
 * @param horizon row of the horizon in pixels
 * @param open column in pixels around which most of the sky stays visible
 * @param room where the people leave the background free
 */
public record Stage(
        int width,
        int height,
        float unit,
        Random dice,
        Noise noise,
        Light light,
        float horizon,
        float open,
        Room room) {

    public Palette palette() {
        return light.palette();
    }

    /** A number between the two. */
    public float between(double from, double to) {
        return (float) (from + (to - from) * dice.nextDouble());
    }

    /** One of the things. */
    @SafeVarargs
    public final <T> T oneOf(T... things) {
        return things[dice.nextInt(things.length)];
    }

    /** The freest column of a row for a thing of the given half size. */
    public float free(float y, float half) {
        return room.column(y, half, dice);
    }

    /** A column scattered around the open place by up to the given part of the width. */
    public float nearOpen(double spread) {
        return open + (float) (dice.nextDouble() * 2 - 1) * (float) spread * width;
    }
}
