package booth.emulator.states;

import booth.asl.ExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether AWS would redrive an execution, and if not, why. */
final class Redrive {
    private static final Duration PERIOD = Duration.ofDays(14);
    private static final int HISTORY_LIMIT = 24_999;

    private Redrive() {}

    /** Empty when it may be redriven. */
    static Optional<String> obstacle(Run run) {
        Summary summary = run.summary();
        if (summary.status() == ExecutionStatus.RUNNING || summary.status() == ExecutionStatus.SUCCEEDED)
            return Optional.of("Execution is " + summary.status() + " and cannot be redriven");
        if (run.closedBefore(Instant.now().minus(PERIOD))) return Optional.of("Execution redrivable period exceeded");
        if (summary.events() >= HISTORY_LIMIT) return Optional.of("Execution history event limit exceeded");
        return Optional.empty();
    }

    static String status(Optional<String> obstacle) {
        return obstacle.isPresent() ? "NOT_REDRIVABLE" : "REDRIVABLE";
    }
}
