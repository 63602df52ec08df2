package booth.asl.definition;

import java.util.List;
import java.util.Optional;

/** Runs its branches side by side; its result is the list of their outputs. */
public record ParallelState(
        String name, List<Graph> branches, Optional<Template> arguments, Recovery recovery, Outcome outcome)
        implements NestingState {
    public ParallelState {
        branches = List.copyOf(branches);
    }

    @Override
    public Graph child(int index) {
        return branches.get(index);
    }

    @Override
    public boolean iterates() {
        return false;
    }

    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.parallel(this);
    }
}
