package booth.asl.definition;

import java.util.List;
import java.util.Optional;

/**
 * Goes where the first rule that holds leads.
 *
 * @param rules {@code Choices}, in order
 * @param otherwise {@code Default} with the state's own {@code Assign} and {@code Output}; without it an execution
 *     that no rule matches fails with {@code States.NoChoiceMatched}
 */
public record ChoiceState(String name, List<Rule> rules, Optional<Outcome> otherwise) implements State {
    public ChoiceState {
        rules = List.copyOf(rules);
    }

    /** One element of {@code Choices}. */
    public record Rule(Template condition, Outcome outcome) {}

    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.choice(this);
    }
}
