package booth.asl.definition;

/** Waits for a time or until one. */
public record WaitState(String name, Until until, Outcome outcome) implements State {
    /** What it waits for. */
    public sealed interface Until {}

    /** {@code Seconds}: a whole number from 0 to 99,999,999. */
    public record Seconds(Template seconds) implements Until {}

    /** {@code Timestamp}: ISO 8601 with an offset or Z. */
    public record Timestamp(Template timestamp) implements Until {}

    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.await(this);
    }
}
