package booth.painter;

import static org.assertj.core.api.Assertions.assertThat;

import booth.matting.Figure;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a picture takes; run by hand with {@code -Dtest=PainterBenchmark}, since a busy machine lies. */
class PainterBenchmark {
    private static final int SIDE = 1024;
    private static final double BUDGET_SECONDS = 1.2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sky",
                "forest",
                "city",
                "sea",
                "desert",
                "mountain",
                "flowers",
                "unicorn",
                "galaxy",
                "winter",
                "floating"
            })
    void aWarmPictureOfFullSizeStaysWithinItsBudget(String prompt) {
        Painter painter = new Painter();
        Figure figure = Figure.standing(SIDE, SIDE);
        double best = Double.MAX_VALUE;
        for (int seed = 0; seed < 4; seed++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            painter.paint(figure.photo(), figure.matte(), prompt, seed);
            best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
        }
        System.out.printf("%-9s %.2f s of processor time%n", prompt, best);
        assertThat(best).isLessThan(BUDGET_SECONDS);
    }
}
