package booth.painter.stage;

import java.util.Random;

/**
 * Where the people leave the background free. Sun and landmarks go there, so that a guest sees the unicorn and not
 * half of its tail.
 */
public final class Room {
    private static final int COLUMNS = 48;
    private static final int SAMPLES = 6;
    private static final float BEYOND = .7f;

    private final float[] matte;
    private final int width;
    private final int height;

    public Room(float[] matte, int width, int height) {
        this.matte = matte;
        this.width = width;
        this.height = height;
    }

    /** How much of the square around a place is hidden, 0..1; what lies beyond the border is mostly hidden. */
    public float hidden(float x, float y, float half) {
        float sum = 0;
        for (int j = 0; j < SAMPLES; j++) {
            for (int i = 0; i < SAMPLES; i++) {
                int px = (int) (x + half * (2f * i / (SAMPLES - 1) - 1));
                int py = (int) (y + half * (2f * j / (SAMPLES - 1) - 1));
                boolean inside = px >= 0 && py >= 0 && px < width && py < height;
                sum += inside ? matte[py * width + px] : BEYOND;
            }
        }
        return sum / (SAMPLES * SAMPLES);
    }

    /** The freest column of a row for a thing of the given half size; near ties are decided by the dice. */
    public float column(float y, float half, Random dice) {
        float best = width / 2f;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < COLUMNS; i++) {
            float x = (i + dice.nextFloat()) * width / COLUMNS;
            float hidden = hidden(x, y, half) + .12f * dice.nextFloat();
            if (hidden < least) {
                least = hidden;
                best = x;
            }
        }
        return best;
    }

    /** Mean row at which the people begin, as a part of the height; .4 when there is nobody. */
    public float heads() {
        double sum = 0;
        int columns = 0;
        for (int x = 0; x < width; x++) {
            int y = 0;
            while (y < height && matte[y * width + x] < .5f) {
                y++;
            }
            if (y < height) {
                sum += y;
                columns++;
            }
        }
        return columns == 0 ? .4f : (float) (sum / columns / height);
    }
}
