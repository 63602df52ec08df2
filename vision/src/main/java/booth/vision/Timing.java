package booth.vision;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * How long some work takes.
 *
 * @param result what the last run gave
 * @param first milliseconds of the first run, which loads the model
 * @param warm median milliseconds of the runs after it; of the first run when there were no others
 */
record Timing<T>(T result, double first, double warm) {
    static <T> Timing<T> of(Supplier<T> work, int warmRuns) {
        double[] milliseconds = new double[1 + warmRuns];
        T result = timed(work, milliseconds, 0);
        for (int run = 1; run <= warmRuns; run++) result = timed(work, milliseconds, run);
        double first = milliseconds[0];
        double[] later = warmRuns == 0 ? milliseconds : Arrays.copyOfRange(milliseconds, 1, milliseconds.length);
        Arrays.sort(later);
        return new Timing<>(result, first, later[later.length / 2]);
    }

    private static <T> T timed(Supplier<T> work, double[] milliseconds, int run) {
        long start = System.nanoTime();
        T result = work.get();
        milliseconds[run] = (System.nanoTime() - start) / 1e6;
        return result;
    }
}
