package booth.asl.run;

import booth.asl.ExecutionStatus;
import booth.asl.HistoryEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** All that changes together when an execution ends or goes on. */
record ExecutionSummary(
        ExecutionStatus status,
        Optional<JsonNode> output,
        Failure failure,
        Optional<Instant> stopDate,
        int redriveCount,
        Optional<Instant> redriveDate,
        CompletableFuture<Execution> ended) {

    /** What the events of an execution say, oldest first. */
    static ExecutionSummary of(List<HistoryEvent> events) {
        var summary = started();
        for (var event : events) summary = summary.after(event);
        return summary;
    }

    private ExecutionSummary after(HistoryEvent event) {
        var when = event.timestamp();
        return switch (event.type()) {
            case "ExecutionSucceeded" ->
                succeeded(Payload.parse(event.details().path("output").textValue()), when);
            case "ExecutionFailed" -> failed(ExecutionStatus.FAILED, Failure.read(event.details()), when);
            case "ExecutionTimedOut" -> failed(ExecutionStatus.TIMED_OUT, Failure.read(event.details()), when);
            case "ExecutionAborted" -> failed(ExecutionStatus.ABORTED, Failure.read(event.details()), when);
            case "ExecutionRedriven" -> redriven(when);
            default -> this;
        };
    }

    static ExecutionSummary started() {
        return running(0, Optional.empty());
    }

    ExecutionSummary succeeded(JsonNode result, Instant when) {
        return ended(ExecutionStatus.SUCCEEDED, Optional.of(result), Failure.NONE, when);
    }

    ExecutionSummary failed(ExecutionStatus how, Failure reason, Instant when) {
        return ended(how, Optional.empty(), reason, when);
    }

    ExecutionSummary redriven(Instant when) {
        return running(redriveCount + 1, Optional.of(when));
    }

    private static ExecutionSummary running(int redriveCount, Optional<Instant> redriveDate) {
        return new ExecutionSummary(
                ExecutionStatus.RUNNING,
                Optional.empty(),
                Failure.NONE,
                Optional.empty(),
                redriveCount,
                redriveDate,
                new CompletableFuture<>());
    }

    private ExecutionSummary ended(ExecutionStatus how, Optional<JsonNode> result, Failure reason, Instant when) {
        return new ExecutionSummary(how, result, reason, Optional.of(when), redriveCount, redriveDate, ended);
    }
}
