package booth.cli.jobs;

import booth.core.Concurrently;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same to many jobs, some at a time, and tells of each in the order in which they were named. */
final class Batch {
    private static final int AT_ONCE = 8;

    private Batch() {}

    static <A, B> List<B> each(List<A> items, Function<A, B> work, Consumer<B> tell) {
        List<B> done = new ArrayList<>();
        for (int i = 0; i < items.size(); i += AT_ONCE) {
            List<B> some = Concurrently.each(items.subList(i, Math.min(i + AT_ONCE, items.size())), work);
            some.forEach(tell);
            done.addAll(some);
        }
        return done;
    }
}
