package booth.asl.run;

import booth.asl.definition.WaitState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Writes the events of states, branches and iterations, each with AWS's type and details.
 *
 * <p>An event's predecessor is the last event of its own graph run. As on AWS, the events that sum up the children of a
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

    void entered(StateRun stateRun) {
        var details = JSON.objectNode().put("name", stateRun.state().name());
        long before = stateRun.graphRun().lastEvent();
        var input = before == 0 ? executionInput() : Payload.text(stateRun.input());
        next(stateRun.graphRun(), stateRun.state().type() + "StateEntered", input(details, input), "stateEntered");
        stateRun.entered(before, stateRun.graphRun().lastEvent());
    }

    void exited(StateRun stateRun, JsonNode output, Optional<JsonNode> assigned) {
        var details = output(JSON.objectNode().put("name", stateRun.state().name()), output);
        assigned.filter(values -> !values.isEmpty()).ifPresent(values -> assigned(details, values));
        next(stateRun.graphRun(), stateRun.state().type() + "StateExited", details, "stateExited");
    }

    private static void assigned(ObjectNode details, JsonNode values) {
        var texts = details.putObject("assignedVariables");
        values.fields().forEachRemaining(value -> texts.put(value.getKey(), Payload.text(value.getValue())));
        details.putObject("assignedVariablesDetails").put("truncated", false);
    }

    void evaluationFailed(StateRun stateRun, String location, Failure failure) {
        var details = failure.details().put("state", stateRun.state().name());
        if (!location.isEmpty()) details.put("location", location);
        boolean onEntry =
                stateRun.graphRun().lastEvent() == stateRun.enteredEvent() && !(stateRun.state() instanceof WaitState);
        if (onEntry) stateRun.graphRun().lastEvent(stateRun.eventBefore()); // as AWS records it
        next(stateRun.graphRun(), "EvaluationFailed", details, "evaluationFailed");
    }

    void parallelStarted(StateRun stateRun) {
        plain(stateRun, "ParallelStateStarted");
    }

    void mapStarted(StateRun stateRun, int length) {
        next(stateRun.graphRun(), "MapStateStarted", JSON.objectNode().put("length", length), "mapStateStarted");
    }

    void iterationStarted(GraphRun iteration, StateRun map) {
        iteration.lastEvent(map.graphRun().lastEvent());
        next(iteration, "MapIterationStarted", iteration(iteration, map), "mapIterationStarted");
    }

    long iterationEnded(GraphRun iteration, StateRun map, String how) {
        return history.record(
                iteration.lastEvent(),
                "MapIteration" + how,
                iteration(iteration, map),
                "mapIteration" + how + "EventDetails");
    }

    void iterationAborted(GraphRun iteration, StateRun map, long because) {
        history.record(because, "MapIterationAborted", iteration(iteration, map), "mapIterationAbortedEventDetails");
    }

    private static ObjectNode iteration(GraphRun iteration, StateRun map) {
        int index = iteration.item().map(GraphRun.Item::index).orElse(0);
        return JSON.objectNode().put("name", map.state().name()).put("index", index);
    }

    /** {@code MapStateSucceeded}, {@code ParallelStateSucceeded}. */
    void childrenSucceeded(StateRun stateRun) {
        history.record(
                stateRun.graphRun().lastEvent(), stateRun.state().type() + "StateSucceeded", JSON.objectNode(), "");
    }

    /** {@code MapStateFailed}, {@code ParallelStateFailed}. */
    void childrenFailed(StateRun stateRun) {
        plain(stateRun, stateRun.state().type() + "StateFailed");
    }

    /** {@code TaskStateAborted}, {@code WaitStateAborted} … */
    void stateAborted(StateRun stateRun, long because) {
        history.record(because, stateRun.state().type() + "StateAborted", JSON.objectNode(), "");
    }

    private void plain(StateRun stateRun, String type) {
        next(stateRun.graphRun(), type, JSON.objectNode(), "");
    }

    /** Writes the next event of a graph run; {@code family} is the details field without {@code EventDetails}, or empty. */
    void next(GraphRun graphRun, String type, ObjectNode details, String family) {
        graphRun.lastEvent(history.record(graphRun.lastEvent(), type, details, field(family)));
    }

    private static String field(String family) {
        return family.isEmpty() ? "" : family + "EventDetails";
    }

    /** As it was sent, which is what the first state is entered with. */
    private String executionInput() {
        return history.event(1).details().path("input").textValue();
    }

    static ObjectNode input(ObjectNode details, String input) {
        details.put("input", input).putObject("inputDetails").put("truncated", false);
        return details;
    }

    static ObjectNode output(ObjectNode details, JsonNode output) {
        details.put("output", Payload.text(output)).putObject("outputDetails").put("truncated", false);
        return details;
    }
}
