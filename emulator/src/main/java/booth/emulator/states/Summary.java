package booth.emulator.states;

import booth.asl.ExecutionStatus;
import booth.asl.HistoryEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * How an execution stands; every event of its history makes the next summary of the last.
 *
 * @param events how many its history has
 * @param turn the last of them that changed the status
 */
record Summary(
        ExecutionStatus status,
        Instant startDate,
        Optional<Instant> stopDate,
        int redriveCount,
        Optional<Instant> redriveDate,
        long events,
        long turn) {

    static Summary started(Instant startDate) {
        return new Summary(ExecutionStatus.RUNNING, startDate, Optional.empty(), 0, Optional.empty(), 0, 0);
    }

    Summary after(HistoryEvent event) {
        Instant when = event.timestamp();
        long id = event.id();
        return switch (event.type()) {
            case "ExecutionStarted" ->
                new Summary(ExecutionStatus.RUNNING, when, Optional.empty(), 0, Optional.empty(), id, id);
            case "ExecutionSucceeded" -> ended(ExecutionStatus.SUCCEEDED, when, id);
            case "ExecutionFailed" -> ended(ExecutionStatus.FAILED, when, id);
            case "ExecutionTimedOut" -> ended(ExecutionStatus.TIMED_OUT, when, id);
            case "ExecutionAborted" -> ended(ExecutionStatus.ABORTED, when, id);
            case "ExecutionRedriven" ->
                new Summary(
                        ExecutionStatus.RUNNING,
                        startDate,
                        Optional.empty(),
                        redriveCount + 1,
                        Optional.of(when),
                        id,
                        id);
            default -> new Summary(status, startDate, stopDate, redriveCount, redriveDate, id, turn);
        };
    }

    boolean running() {
        return status == ExecutionStatus.RUNNING;
    }

    /** Whether its last event changed the status. */
    boolean turned() {
        return events == turn;
    }

    private Summary ended(ExecutionStatus how, Instant when, long id) {
        return new Summary(how, startDate, Optional.of(when), redriveCount, redriveDate, id, id);
    }
}
