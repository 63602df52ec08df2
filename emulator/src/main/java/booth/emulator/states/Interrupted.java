package booth.emulator.states;

import booth.asl.HistoryEvent;
import booth.asl.run.Step;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of executions that were running when their process ended and that cannot go on, because this version of
 * the interpreter refuses their machine, or their record is damaged: they are ended as ABORTED with an error that says why, in their history, to the
 * API and as a status event, which lets whoever follows the job hear of it.
 */
final class Interrupted {
    static final String ERROR = "Emulator.Interrupted";

    private Interrupted() {}

    static void end(Run run, String why) {
        run.record(step(run.summary().events(), why));
    }

    /** @param last the id of the last event before it */
    static Step step(long last, String why) {
        var details = JsonNodeFactory.instance
                .objectNode()
                .put("error", ERROR)
                .put("cause", "The process that ran this execution ended, and it cannot be continued: " + why);
        return new Step(
                List.of(new HistoryEvent(
                        last + 1, last, Instant.now(), "ExecutionAborted", details, "executionAbortedEventDetails")),
                List.of());
    }
}
