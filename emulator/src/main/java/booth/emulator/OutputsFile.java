package booth.emulator;

import booth.emulator.spool.WholeFile;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
            new WholeFile(file).write(JSON.writeValueAsBytes(all));
        } catch (JacksonException e) {
            throw new IllegalStateException("Texts are always JSON", e);
        }
    }
}
