package booth.local.states;

import booth.asl.HistoryEvent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of executions that were running when their process ended. The interpreter cannot take up a journal, so
 * they are ended as ABORTED with an error that says why, in their history, to the API and as a status event, which lets
 * whoever follows the job hear of it. This class is the place where taking them up again belongs.
 */
final class Interrupted {
    static final String ERROR = "Booth.Interrupted";
    static final String CAUSE =
            "The embedded cloud was stopped while this execution was running. Start it again under another name.";

    private Interrupted() {}

    /** Without effect on one that was ended so before. */
    static void end(Run run) {
        if (!run.summary().running()) return;
        List<HistoryEvent> history = run.history();
        long last = history.get(history.size() - 1).id();
        var details = JsonNodeFactory.instance.objectNode().put("error", ERROR).put("cause", CAUSE);
        run.record(new HistoryEvent(
                last + 1, last, Instant.now(), "ExecutionAborted", details, "executionAbortedEventDetails"));
    }
}
