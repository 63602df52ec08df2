package booth.cli.doctor;

import booth.cli.terminal.CommandFailed;
import booth.core.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those of the stack's settings whose success is up to the account.
 *
 * @param imageModel model or inference profile
 * @param regions where it is called
 * @param samEndpoint of SageMaker; empty: SAM 2 runs in a function
 * @param segmentMemoryMb of that function
 * @param generateConcurrency pictures painted at once
 */
record Plan(
        String imageModel,
        List<String> regions,
        Optional<String> samEndpoint,
        int segmentMemoryMb,
        int generateConcurrency) {
    Plan {
        regions = List.copyOf(regions);
        if (imageModel.isBlank()) throw new CommandFailed("The setting imageModel names no model.");
        if (regions.isEmpty()) throw new CommandFailed("The setting regions names no region.");
    }

    /**
     * @param file {@code cdk.json}
     * @param overrides as {@code cdk deploy -c name=value} is given them
     * @throws CommandFailed naming the file or the setting
     */
    static Plan read(Path file, Map<String, String> overrides) {
        ObjectNode context = context(file);
        overrides.forEach(context::put);
        return new Plan(
                context.path("imageModel").asText(),
                texts(context.path("regions")),
                Optional.of(context.path("samEndpoint").asText()).filter(name -> !name.isBlank()),
                number(context, "segmentMemoryMb"),
                number(context, "generateConcurrency"));
    }

    private static ObjectNode context(Path file) {
        try {
            if (Json.MAPPER.readTree(Files.readAllBytes(file)).path("context") instanceof ObjectNode context)
                return context;
        } catch (IOException e) {
            throw new CommandFailed("The settings in " + file + " cannot be read: " + e.getMessage());
        }
        throw new CommandFailed(file + " holds no settings; name the project's cdk.json with --settings.");
    }

    private static List<String> texts(JsonNode value) {
        if (value.isArray()) return value.valueStream().map(JsonNode::asText).toList();
        return Arrays.stream(value.asText().split("[\\[\\]\",\\s]+"))
                .filter(region -> !region.isEmpty())
                .toList();
    }

    private static int number(ObjectNode context, String name) {
        String text = context.path(name).asText();
        if (!text.matches("\\d{1,9}"))
            throw new CommandFailed("The setting " + name + " must be a whole number, not '" + text + "'.");
        return Integer.parseInt(text);
    }
}
