package booth.core.image;

/**
 * How fast masks unite, beside how fast the same bytes are copied: {@code mvn -q -pl core test-compile exec:java
 * -Dexec.mainClass=booth.core.image.MaskBenchmark -Dexec.classpathScope=test}.
 */
public final class MaskBenchmark {
    private static final int ROUNDS = 20_000;

    private MaskBenchmark() {}

    public static void main(String[] args) {
        Mask union = new Mask(1024, 1024);
        Mask face = new Mask(1024, 1024);
        face.keep(new PixelRect(100, 100, 900, 900));
        long[] from = new long[1024 * 1024 / 64];
        long[] to = new long[from.length];
        double uniting = 0;
        double copying = 0;
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            uniting = microseconds(() -> union.or(face));
            copying = microseconds(() -> System.arraycopy(from, 0, to, 0, from.length));
        }
        System.out.printf(
                "uniting two masks of 1024×1024: %.1f µs; copying as many bytes: %.1f µs%n", uniting, copying);
    }

    private static double microseconds(Runnable work) {
        long start = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) work.run();
        return (System.nanoTime() - start) / 1000.0 / ROUNDS;
    }
}
