package booth.aws;

import java.util.Map;
import java.util.Optional;

/** A function's environment variables; a missing one is named. */
public record Environment(Map<String, String> variables) {
    public String require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("The environment variable " + name + " is not set."));
    }

    /** Empty also where the variable is set to nothing. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
