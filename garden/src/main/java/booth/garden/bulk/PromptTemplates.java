package booth.garden.bulk;

import booth.core.Json;
import booth.garden.Emotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of which the prompts of each emotion are made, in turn. A token in brackets is replaced where it stands
 * first; a second one stays as it is.
 */
final class PromptTemplates {
    private static final String FILE = "/garden-prompts.json";

    private record File(Map<Emotion, List<String>> templates) {}

    private final Map<Emotion, List<String>> templates;

    private PromptTemplates(Map<Emotion, List<String>> templates) {
        this.templates = Map.copyOf(templates);
    }

    static PromptTemplates load() {
        try (InputStream open = PromptTemplates.class.getResourceAsStream(FILE)) {
            if (open == null) throw new IllegalStateException(FILE + " is not on the class path.");
            return new PromptTemplates(
                    Json.read(FILE, open.readAllBytes(), File.class).templates());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> of(Emotion emotion) {
        return Optional.ofNullable(templates.get(emotion))
                .orElseThrow(() -> new IllegalStateException(FILE + " has no templates for " + emotion));
    }

    /** @param values by token, e.g. {@code [WEATHER]} */
    static String fill(String template, Map<String, String> values) {
        String filled = template;
        for (var value : values.entrySet()) {
            int at = filled.indexOf(value.getKey());
            if (at >= 0)
                filled = filled.substring(0, at)
                        + value.getValue()
                        + filled.substring(at + value.getKey().length());
        }
        return filled;
    }
}
