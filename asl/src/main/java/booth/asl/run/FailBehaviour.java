package booth.asl.run;

import booth.asl.definition.FailState;
import booth.asl.definition.Template;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Ends its graph run badly. */
final class FailBehaviour extends Behaviour {
    private final FailState state;

    FailBehaviour(RunContext context, Stepper stepper, StateRun stateRun, FailState state) {
        super(context, stepper, stateRun);
        this.state = state;
    }

    @Override
    void begin() {
        var evaluation = evaluation();
        var error = text(evaluation, state.error(), "Error");
        var cause = text(evaluation, state.cause(), "Cause");
        throw StateFailure.of(new Failure(error, cause, false));
    }

    private static Optional<String> text(Evaluation evaluation, Optional<Template> template, String field) {
        return template.map(some -> evaluation.typed(some, field, "string", any -> true))
                .map(JsonNode::asText);
    }

    /** AWS: "Reenters the Fail state". */
    @Override
    void redriven() {
        context.events().entered(stateRun);
    }
}
