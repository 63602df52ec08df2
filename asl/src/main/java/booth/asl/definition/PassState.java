package booth.asl.definition;

/** Hands its input on, or its {@code Output}. */
public record PassState(String name, Outcome outcome) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.pass(this);
    }
}
