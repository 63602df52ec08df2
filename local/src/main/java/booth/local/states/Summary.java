package booth.local.states;

import booth.asl.ExecutionStatus;
import booth.asl.HistoryEvent;
import java.time.Instant;
import java.util.Optional;

/** How an execution stands; every event of its history makes the next summary of the last. */
record Summary(
        ExecutionStatus status,
        Instant startDate,
        Optional<Instant> stopDate,
        int redriveCount,
        Optional<Instant> redriveDate) {

    static Summary started(Instant startDate) {
        return new Summary(ExecutionStatus.RUNNING, startDate, Optional.empty(), 0, Optional.empty());
    }

    Summary after(HistoryEvent event) {
        return switch (event.type()) {
            case "ExecutionStarted" -> started(event.timestamp());
            case "ExecutionSucceeded" -> ended(ExecutionStatus.SUCCEEDED, event.timestamp());
            case "ExecutionFailed" -> ended(ExecutionStatus.FAILED, event.timestamp());
            case "ExecutionTimedOut" -> ended(ExecutionStatus.TIMED_OUT, event.timestamp());
            case "ExecutionAborted" -> ended(ExecutionStatus.ABORTED, event.timestamp());
            case "ExecutionRedriven" ->
                new Summary(
                        ExecutionStatus.RUNNING,
                        startDate,
                        Optional.empty(),
                        redriveCount + 1,
                        Optional.of(event.timestamp()));
            default -> this;
        };
    }

    boolean running() {
        return status == ExecutionStatus.RUNNING;
    }

    private Summary ended(ExecutionStatus how, Instant when) {
        return new Summary(how, startDate, Optional.of(when), redriveCount, redriveDate);
    }
}
