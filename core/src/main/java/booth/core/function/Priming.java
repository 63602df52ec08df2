package booth.core.function;

import booth.core.Primed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does before Lambda takes the snapshot from which all its copies start: each of its parts is used once,
 * so that the first guest finds it as the hundredth does. Nothing of it may differ between copies: no ids are made, and
 * connections that stay open are dropped by the JDK's HTTP client when they are older than five seconds.
 *
 * <p>A part that cannot be primed is logged, {@code not_primed}, and the snapshot is taken all the same.
 */
public final class Priming implements Resource {
    /** The context forgets what nobody else holds; a handler's priming stays as long as the handler. */
    private static final Map<Object, Priming> OF_HANDLERS = Collections.synchronizedMap(new WeakHashMap<>());

    private final List<Primed> parts;
    private final JsonLog log;

    Priming(List<Primed> parts, JsonLog log) {
        this.parts = List.copyOf(parts);
        this.log = log;
    }

    /**
     * Has the parts of a handler primed before a snapshot is taken; where none is, nothing ever happens.
     *
     * @param parts none of them may hold the handler
     */
    public static void register(Object handler, Primed... parts) {
        Priming priming = new Priming(List.of(parts), JsonLog.standardOutput());
        OF_HANDLERS.put(handler, priming);
        Core.getGlobalContext().register(priming);
    }

    /** What was registered for a handler. */
    public static Optional<Priming> of(Object handler) {
        return Optional.ofNullable(OF_HANDLERS.get(handler));
    }

    /** Uses each part once. */
    public void run() {
        long start = System.nanoTime();
        for (Primed part : parts) {
            try {
                part.prime();
            } catch (RuntimeException | LinkageError e) { // a snapshot without it is better than no function
                log.write(LogLine.of("not_primed").error(e));
            }
        }
        log.write(LogLine.of("primed").millis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        run();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // credentials and connections know by the clock that their time is over
    }
}
