package booth.painter;

/** How far colours are from each other. */
public final class Colours {
    private Colours() {}

    /** The largest difference of a channel, 0 to 255. */
    public static int distance(int one, int other) {
        int red = Math.abs((one >> 16 & 255) - (other >> 16 & 255));
        int green = Math.abs((one >> 8 & 255) - (other >> 8 & 255));
        int blue = Math.abs((one & 255) - (other & 255));
        return Math.max(red, Math.max(green, blue));
    }
}
