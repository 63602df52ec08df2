package booth.garden.taste;

import java.util.Arrays;

/**
 * What is known of one picture: in each context, how often it was seen and how often liked. A cell that has seen {@value
 * #MEMORY} forgets a little with each one more, so that a taste that changes is followed.
 */
final class Arm {
    static final float MEMORY = 200;

    private final float[] likes = new float[Context.CELLS];
    private final float[] shows = new float[Context.CELLS];
    private int day;

    /**
     * @param weight how much it says, 1 for certain
     * @param epochDay when it was
     */
    void count(Context context, boolean liked, float weight, int epochDay) {
        int cell = context.cell();
        float kept = Math.min(1, (MEMORY - weight) / Math.max(1, shows[cell]));
        likes[cell] = likes[cell] * kept + (liked ? weight : 0);
        shows[cell] = shows[cell] * kept + weight;
        day = Math.max(day, epochDay);
    }

    /** The last time that it was seen. */
    int day() {
        return day;
    }

    double likes() {
        return sum(likes, 0, Context.CELLS, 1);
    }

    double shows() {
        return sum(shows, 0, Context.CELLS, 1);
    }

    /** What everybody thought. */
    Evidence everybody() {
        return new Evidence(likes(), shows());
    }

    Evidence generation(Context context) {
        int first = context.row() * Context.GENDERS;
        int end = first + Context.GENDERS;
        return new Evidence(sum(likes, first, end, 1), sum(shows, first, end, 1));
    }

    Evidence gender(Context context) {
        int first = context.column();
        return new Evidence(
                sum(likes, first, Context.CELLS, Context.GENDERS), sum(shows, first, Context.CELLS, Context.GENDERS));
    }

    Evidence exactly(Context context) {
        int cell = context.cell();
        return new Evidence(likes[cell], shows[cell]);
    }

    private static double sum(float[] cells, int first, int end, int step) {
        double sum = 0;
        for (int cell = first; cell < end; cell += step) sum += cells[cell];
        return sum;
    }

    /** The day, and then three numbers for each cell that has seen anything: its own, likes, shows. */
    float[] pack() {
        float[] packed = new float[1 + 3 * Context.CELLS];
        packed[0] = day;
        int length = 1;
        for (int cell = 0; cell < Context.CELLS; cell++) {
            if (shows[cell] == 0) continue;
            packed[length++] = cell;
            packed[length++] = likes[cell];
            packed[length++] = shows[cell];
        }
        return Arrays.copyOf(packed, length);
    }

    /** @throws IllegalArgumentException for what {@link #pack} never made */
    static Arm unpack(float[] packed) {
        Arm arm = new Arm();
        if (packed.length % 3 != 1) throw new IllegalArgumentException("A picture has " + packed.length + " numbers.");
        arm.day = (int) packed[0];
        for (int i = 1; i < packed.length; i += 3) {
            int cell = (int) packed[i];
            boolean good = cell >= 0 && cell < Context.CELLS && packed[i + 1] >= 0 && packed[i + 2] >= packed[i + 1];
            if (!good) throw new IllegalArgumentException("A picture's cell " + cell + " says what cannot be.");
            arm.likes[cell] = packed[i + 1];
            arm.shows[cell] = packed[i + 2];
        }
        return arm;
    }
}
