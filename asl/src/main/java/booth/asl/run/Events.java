package booth.asl.run;

import booth.asl.definition.WaitState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Writes the events of states, branches and iterations, each with AWS's type and details.
 *
 * <p>An event's predecessor is the last event of its own strand. As on AWS, the events that sum up the children of a
 * Map or Parallel ({@code MapIterationSucceeded}, {@code MapStateSucceeded} …) have a predecessor but are nobody's.
 */
final class Events {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final History history;

    Events(History history) {
        this.history = history;
    }

    /** A payload that stands in an event. */
    JsonNode payload(long event, String field) {
        return history.payload(event, field);
    }

    void entered(Visit visit) {
        var details = JSON.objectNode().put("name", visit.state().name());
        long before = visit.strand().lastEvent();
        next(visit.strand(), visit.state().type() + "StateEntered", input(details, visit.input()), "stateEntered");
        visit.entered(before, visit.strand().lastEvent());
    }

    void exited(Visit visit, JsonNode output, Optional<JsonNode> assigned) {
        var details = output(JSON.objectNode().put("name", visit.state().name()), output);
        assigned.filter(values -> !values.isEmpty()).ifPresent(values -> assigned(details, values));
        next(visit.strand(), visit.state().type() + "StateExited", details, "stateExited");
    }

    private static void assigned(ObjectNode details, JsonNode values) {
        var texts = details.putObject("assignedVariables");
        values.fields().forEachRemaining(value -> texts.put(value.getKey(), Payload.text(value.getValue())));
        details.putObject("assignedVariablesDetails").put("truncated", false);
    }

    void evaluationFailed(Visit visit, String location, Failure failure) {
        var details = failure.details().put("state", visit.state().name());
        if (!location.isEmpty()) details.put("location", location);
        boolean onEntry = visit.strand().lastEvent() == visit.enteredEvent() && !(visit.state() instanceof WaitState);
        if (onEntry) visit.strand().lastEvent(visit.eventBefore()); // as AWS records it
        next(visit.strand(), "EvaluationFailed", details, "evaluationFailed");
    }

    void parallelStarted(Visit visit) {
        plain(visit, "ParallelStateStarted");
    }

    void mapStarted(Visit visit, int length) {
        next(visit.strand(), "MapStateStarted", JSON.objectNode().put("length", length), "mapStateStarted");
    }

    void iterationStarted(Strand iteration, Visit map) {
        iteration.lastEvent(map.strand().lastEvent());
        next(iteration, "MapIterationStarted", iteration(iteration, map), "mapIterationStarted");
    }

    long iterationEnded(Strand iteration, Visit map, String how) {
        return history.record(
                iteration.lastEvent(),
                "MapIteration" + how,
                iteration(iteration, map),
                "mapIteration" + how + "EventDetails");
    }

    void iterationAborted(Strand iteration, Visit map, long because) {
        history.record(because, "MapIterationAborted", iteration(iteration, map), "mapIterationAbortedEventDetails");
    }

    private static ObjectNode iteration(Strand iteration, Visit map) {
        int index = iteration.item().map(Strand.Item::index).orElse(0);
        return JSON.objectNode().put("name", map.state().name()).put("index", index);
    }

    /** {@code MapStateSucceeded}, {@code ParallelStateSucceeded}. */
    void childrenSucceeded(Visit visit) {
        history.record(visit.strand().lastEvent(), visit.state().type() + "StateSucceeded", JSON.objectNode(), "");
    }

    /** {@code MapStateFailed}, {@code ParallelStateFailed}. */
    void childrenFailed(Visit visit) {
        plain(visit, visit.state().type() + "StateFailed");
    }

    /** {@code TaskStateAborted}, {@code WaitStateAborted} … */
    void stateAborted(Visit visit, long because) {
        history.record(because, visit.state().type() + "StateAborted", JSON.objectNode(), "");
    }

    private void plain(Visit visit, String type) {
        next(visit.strand(), type, JSON.objectNode(), "");
    }

    /** Writes the next event of a strand; {@code family} is the details field without {@code EventDetails}, or empty. */
    void next(Strand strand, String type, ObjectNode details, String family) {
        strand.lastEvent(history.record(strand.lastEvent(), type, details, field(family)));
    }

    private static String field(String family) {
        return family.isEmpty() ? "" : family + "EventDetails";
    }

    static ObjectNode input(ObjectNode details, JsonNode input) {
        details.put("input", Payload.text(input)).putObject("inputDetails").put("truncated", false);
        return details;
    }

    static ObjectNode output(ObjectNode details, JsonNode output) {
        details.put("output", Payload.text(output)).putObject("outputDetails").put("truncated", false);
        return details;
    }
}
