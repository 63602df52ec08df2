package booth.asl.definition;

import java.util.Optional;

/**
 * Runs its processor once per item; its result is the list of the iterations' outputs.
 *
 * @param items {@code Items}; without it the state's input is the array
 * @param itemSelector {@code ItemSelector}: what an iteration gets instead of its bare item
 * @param maxConcurrency {@code MaxConcurrency}; 0 or absent stands for as many as AWS runs inline
 * @param tolerance how many iterations may fail
 */
public record MapState(
        String name,
        Optional<Template> items,
        Optional<Template> itemSelector,
        Graph processor,
        Optional<Template> maxConcurrency,
        Tolerance tolerance,
        Recovery recovery,
        Outcome outcome)
        implements NestingState {

    /** {@code ToleratedFailureCount} and {@code ToleratedFailurePercentage}; exceeding either fails the state. */
    public record Tolerance(Optional<Template> count, Optional<Template> percentage) {}

    @Override
    public Graph child(int index) {
        return processor;
    }

    @Override
    public boolean iterates() {
        return true;
    }

    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.map(this);
    }
}
