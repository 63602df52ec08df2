package booth.core.image;

import java.lang.management.ManagementFactory;

/** How much memory something takes in all. */
final class Allocation {
    private Allocation() {}

    /** Bytes that the calling thread allocates in it. */
    static long of(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
