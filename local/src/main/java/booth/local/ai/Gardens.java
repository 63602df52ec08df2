package booth.local.ai;

import booth.painter.GardenPainter;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Pictures of words. Only so many are painted at a time as there are processors: each takes some 40 MB meanwhile. */
final class Gardens {
    private static final GardenPainter PAINTER = new GardenPainter();
    private static final Semaphore EASELS =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private Gardens() {}

    /** The pictures, encoded. */
    static List<byte[]> paint(TextOrder order) {
        EASELS.acquireUninterruptibly();
        try {
            return IntStream.range(0, order.pictures())
                    .mapToObj(i -> PAINTER.paint(
                            order.prompt(), order.negative(), order.width(), order.height(), order.seed() + i))
                    .map(picture -> Studio.encoded(picture, order.format()))
                    .toList();
        } finally {
            EASELS.release();
        }
    }
}
