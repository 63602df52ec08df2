package booth.emulator;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code cdk deploy --outputs-file} writes, {@code {"<Stack>": {"<Output>": "<value>"}}}, and beside the stack
 * {@code "Endpoints": {"gateway": …, "s3": …, "sqs": …}} for people and {@code "SdkProperties"} for programs in another
 * JVM: the system properties that point an SDK client at this cloud.
 */
record OutputsFile(Path file) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    void write(
            String stack, Map<String, String> outputs, Map<String, String> endpoints, Map<String, String> properties) {
        Map<String, Map<String, String>> all = new TreeMap<>(
                Map.of(stack, outputs, "Endpoints", endpoints, "SdkProperties", new TreeMap<>(properties)));
        try {
            Files.write(file, JSON.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException("The outputs cannot be written to " + file, e);
        }
    }
}
