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

    Evaluation of(Visit visit) {
        return of(visit, Given.NOTHING);
    }

    Evaluation of(Visit visit, Given given) {
        return new Evaluation(visit, () -> bindings(visit, given, Optional.empty()));
    }

    /** For an ItemSelector: the Map's own view, with one of its items. */
    Evaluation of(Visit visit, Strand.Item item) {
        return new Evaluation(visit, () -> bindings(visit, Given.NOTHING, Optional.of(item)));
    }

    private Bindings bindings(Visit visit, Given given, Optional<Strand.Item> item) {
        var variables = visit.strand().variables().visible();
        variables.put("states", states(visit, given, item));
        return new Bindings(variables, timer.now());
    }

    private JsonNode states(Visit visit, Given given, Optional<Strand.Item> item) {
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        var about = context.of(visit);
        item.ifPresent(one -> about.set("Map", ContextObject.map(one)));
        states.set("input", visit.input());
        given.result().ifPresent(result -> states.set("result", result));
        given.errorOutput().ifPresent(error -> states.set("errorOutput", error));
        states.set("context", about);
        return states;
    }
}
