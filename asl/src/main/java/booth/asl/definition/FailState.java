package booth.asl.definition;

import java.util.Optional;

/** Ends its machine, branch or iteration badly, with a name and a text. */
public record FailState(String name, Optional<Template> error, Optional<Template> cause) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.fail(this);
    }
}
