package booth.emulator.template;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a template may mention that is not in it.
 *
 * @param secrets of the account
 * @param exports what earlier stacks export, by name
 */
public record Outside(SecretTexts secrets, Map<String, String> exports) {
    /** Nothing there is. */
    public static final Outside NOTHING = new Outside((secret, version) -> Optional.empty(), Map.of());

    public Outside {
        exports = Map.copyOf(exports);
    }

    /** The texts of secrets. */
    @FunctionalInterface
    public interface SecretTexts {
        /**
         * Empty where there is no such secret or version, or where it is no text.
         *
         * @param secret name or ARN
         * @param version id of a version, or a stage
         */
        Optional<String> find(String secret, String version);
    }

    /** @throws Unsupported when no earlier stack exports it */
    String imported(String name) {
        return Optional.ofNullable(exports.get(name))
                .orElseThrow(() -> new Unsupported("No earlier stack exports " + name
                        + ", which the template asks for with Fn::ImportValue. Exported are "
                        + new TreeMap<>(exports).keySet() + "."));
    }
}
