package booth.core.function;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Remembers which deliveries are to be retried when. Like SQS, it takes a receipt's last word. */
public final class InMemoryMessageVisibility implements MessageVisibility {
    private final Map<String, Duration> delays = Collections.synchronizedMap(new TreeMap<>());

    /** By receipt. */
    public Map<String, Duration> delays() {
        return new TreeMap<>(delays);
    }

    @Override
    public boolean delayRetry(String receipt, Duration delay) {
        delays.put(receipt, delay);
        return true;
    }
}
