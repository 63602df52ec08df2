package booth.statemachine;

import booth.core.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file that is deployed, as text, as JSON, and state by state. */
final class Definition {
    private static final Path FILE = Path.of("photo-booth.asl.json");

    private Definition() {}

    /** With the placeholders replaced as a deployment would: {@code ${DetectArn}} becomes an ARN that ends in Detect. */
    static String text() {
        return text("inside");
    }

    /** @param samRuns {@code inside} the segment function or {@code elsewhere} */
    static String text(String samRuns) {
        try {
            return Files.readString(FILE)
                    .replace("${GenerationQueueUrl}", "generation-queue")
                    .replace("${SamRuns}", samRuns)
                    .replaceAll("\\$\\{(\\w+)Arn}", "arn:aws:lambda:us-east-1:000000000000:function:$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every state of the machine, those inside Map and Parallel too. */
    static Map<String, JsonNode> states() {
        try {
            Map<String, JsonNode> all = new LinkedHashMap<>();
            collect(Json.MAPPER.readTree(text()), all);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode machine, Map<String, JsonNode> all) {
        machine.path("States").properties().forEach(state -> {
            all.put(state.getKey(), state.getValue());
            collect(state.getValue().path("ItemProcessor"), all);
            state.getValue().path("Branches").forEach(branch -> collect(branch, all));
        });
    }
}
