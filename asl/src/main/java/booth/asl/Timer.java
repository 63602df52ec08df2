package booth.asl;

import java.time.Instant;

/** The clock of an engine: what time it is, and a call back at a time. {@link SystemTimer} is the real one. */
public interface Timer {
    Instant now();

    /** Runs the action once, at or soon after {@code when}; at once where that is past. The action is short. */
    Cancellable schedule(Instant when, Runnable action);
}
