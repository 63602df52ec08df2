package booth.asl.definition;

/**
 * One element of {@code Catch}.
 *
 * @param errors {@code ErrorEquals}
 * @param outcome where it leads; its default output is {@code $states.errorOutput}
 */
public record Catcher(ErrorNames errors, Outcome outcome) {}
