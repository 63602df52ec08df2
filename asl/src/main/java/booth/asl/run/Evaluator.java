package booth.asl.run;

import booth.asl.Timer;
import booth.asl.jsonata.Bindings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Gives the fields of a state what they may refer to: the variables of its scope, and {@code $states}. */
final class Evaluator {
    private final ContextObject context;
    private final Timer timer;

    Evaluator(Execution execution, Timer timer) {
        context = new ContextObject(execution);
        this.timer = timer;
    }

    Evaluation of(StateRun stateRun) {
        return of(stateRun, StateResult.NOTHING);
    }

    Evaluation of(StateRun stateRun, StateResult stateResult) {
        return new Evaluation(stateRun, () -> bindings(stateRun, stateResult, Optional.empty()));
    }

    /** For an ItemSelector: the Map's own view, with one of its items, which nothing else sees. */
    Evaluation of(StateRun stateRun, GraphRun.Item item) {
        return new Evaluation(stateRun, () -> bindings(stateRun, StateResult.NOTHING, Optional.of(item)));
    }

    private Bindings bindings(StateRun stateRun, StateResult stateResult, Optional<GraphRun.Item> item) {
        var variables = stateRun.graphRun().variables().visible();
        variables.put("states", states(stateRun, stateResult, item));
        return new Bindings(variables, timer.now());
    }

    private JsonNode states(StateRun stateRun, StateResult stateResult, Optional<GraphRun.Item> item) {
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        var about = context.of(stateRun);
        item.ifPresent(one -> about.set("Map", ContextObject.map(one)));
        states.set("input", stateRun.input());
        stateResult.result().ifPresent(result -> states.set("result", result));
        stateResult.errorOutput().ifPresent(error -> states.set("errorOutput", error));
        states.set("context", about);
        return states;
    }
}
