package booth.asl.definition;

/** Hands its input on, or its {@code Output}. */
public record PassState(String name, Outcome outcome) implements State {}
