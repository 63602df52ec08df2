package booth.emulator;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Times the steps of something, one after the other. */
final class Stopwatch {
    private final Map<String, Duration> steps = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** Ends the step that began with the last one's end. */
    void lap(String step) {
        long now = System.nanoTime();
        steps.put(step, Duration.ofNanos(now - last));
        last = now;
    }

    Map<String, Duration> steps() {
        return Collections.unmodifiableMap(steps);
    }
}
