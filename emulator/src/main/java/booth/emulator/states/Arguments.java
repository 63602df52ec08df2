package booth.emulator.states;

import booth.asl.TaskFailure;
import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The arguments of an integration, by AWS's names; one that is not known is refused by name, as AWS does. */
record Arguments(String integration, JsonNode values) {
    /** @throws TaskFailure States.Runtime when there is an argument that is not {@code known} */
    Arguments demandOnly(Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        values.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (unknown.isEmpty()) return this;
        throw failure("The arguments " + List.copyOf(unknown) + " are not supported by " + integration + " here");
    }

    Optional<JsonNode> find(String name) {
        JsonNode value = values.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /** A string as it is, anything else as its JSON: AWS takes objects for message bodies. */
    Optional<String> text(String name) {
        return find(name).map(value -> value.isTextual() ? value.textValue() : Json.text(value));
    }

    String require(String name) {
        return text(name).orElseThrow(() -> failure("The argument " + name + " of " + integration + " is missing"));
    }

    /** Sets what is there and leaves the builder alone where it is not. */
    <B> B set(B builder, String name, BiFunction<B, String, B> setter) {
        return text(name).map(value -> setter.apply(builder, value)).orElse(builder);
    }

    TaskFailure failure(String message) {
        return new TaskFailure("States.Runtime", message + ".");
    }
}
