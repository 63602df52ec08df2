package booth.asl.definition;

import java.util.Optional;

/**
 * How a state, a choice rule or a catcher ends: variables, output, next state.
 *
 * @param assign {@code Assign}: an object template of variable name to value
 * @param output {@code Output}; without it each state has its own default
 * @param next {@code Next}; empty stands for {@code "End": true}
 */
public record Outcome(Optional<Template> assign, Optional<Template> output, Optional<String> next) {}
