package booth.garden.taste;

import java.util.random.RandomGenerator;

/** Draws from Beta distributions. The JDK has none, and a library for these lines would be larger than the function. */
final class BetaSample {
    private static final double SMALLEST = 1e-3; // a parameter of nothing at all has no distribution

    private BetaSample() {}

    /** @param likes and {@code others}: the distribution's two parameters */
    static double of(double likes, double others, RandomGenerator random) {
        double x = gamma(Math.max(SMALLEST, likes), random);
        double y = gamma(Math.max(SMALLEST, others), random);
        return x + y == 0 ? 0 : x / (x + y);
    }

    /** Marsaglia and Tsang, A simple method for generating gamma variables, 2000. */
    private static double gamma(double shape, RandomGenerator random) {
        if (shape < 1) return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) return d * v;
        }
    }
}
