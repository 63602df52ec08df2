package booth.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One line of an execution's history, as AWS's {@code GetExecutionHistory} gives it.
 *
 * @param id 1, 2, 3 …
 * @param previousEventId the event that led to this one; in a Map or Parallel not always {@code id - 1}
 * @param timestamp when it happened
 * @param type AWS's {@code HistoryEventType}, {@code TaskStateEntered}
 * @param details AWS's details object, with payloads as JSON text; empty for the types that carry none
 * @param detailsField the field of AWS's event that holds the details, {@code stateEnteredEventDetails}; the empty
 *     string for the types that carry none ({@code LambdaFunctionStarted}, {@code ParallelStateStarted} …)
 */
public record HistoryEvent(
        long id, long previousEventId, Instant timestamp, String type, ObjectNode details, String detailsField) {}
