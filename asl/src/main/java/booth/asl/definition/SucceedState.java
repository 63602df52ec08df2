package booth.asl.definition;

import java.util.Optional;

/** Ends its machine, branch or iteration well. */
public record SucceedState(String name, Optional<Template> output) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.succeed(this);
    }
}
