package booth.core.image;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * How long the calling thread has worked since it first asked, in nanoseconds: five seconds as they pass, and from then
 * on only what it gets of the processor, because a photo is not to blame for a busy machine. Asking for that at once
 * would cost every cold start 90 ms.
 */
final class WorkingTime implements LongSupplier {
    private static final long AS_IT_PASSES = 5_000_000_000L;

    private long start;
    private long processorAtFirst = -1;

    @Override
    public long getAsLong() {
        if (start == 0) start = System.nanoTime();
        long passed = System.nanoTime() - start;
        if (passed < AS_IT_PASSES) return passed;
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (processorAtFirst < 0) processorAtFirst = processor;
        return AS_IT_PASSES + processor - processorAtFirst;
    }
}
