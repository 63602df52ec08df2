package booth.asl.run;

import booth.asl.definition.ChoiceState;
import booth.asl.definition.Outcome;

/** Follows the first rule that holds. */
final class ChoiceBehaviour extends Behaviour {
    private final ChoiceState state;

    ChoiceBehaviour(RunContext context, Stepper stepper, StateRun stateRun, ChoiceState state) {
        super(context, stepper, stateRun);
        this.state = state;
    }

    @Override
    void begin() {
        leave(chosen());
    }

    private Outcome chosen() {
        var evaluation = evaluation();
        for (int i = 0; i < state.rules().size(); i++) {
            var rule = state.rules().get(i);
            var place = "Choices[" + i + "]/Condition";
            if (evaluation
                    .typed(rule.condition(), place, "boolean", any -> true)
                    .booleanValue()) return rule.outcome();
        }
        return state.otherwise()
                .orElseThrow(() -> StateFailure.of(Failure.of(
                        "States.NoChoiceMatched",
                        "No rule of the state '" + state.name() + "' matched, and it has no Default.")));
    }
}
