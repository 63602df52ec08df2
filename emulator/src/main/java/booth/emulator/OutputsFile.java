package booth.emulator;

import booth.emulator.spool.WholeFile;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code cdk deploy --outputs-file} writes, {@code {"<Stack>": {"<Output>": "<value>"}}}, and beside the stacks
 * {@code "Endpoints": {"gateway": …, "s3": …, "sqs": …}} for people and {@code "SdkProperties"} for programs in another
 * JVM: the system properties that point an SDK client at this cloud. Anybody on this machine may read it, so the keys are not
 * in it, only where they are.
 */
record OutputsFile(Path file) {
    static final String NAME = "outputs.json";
    private static final String ENDPOINTS = "Endpoints";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** That of the cloud with this data folder. */
    static OutputsFile in(Path data) {
        return new OutputsFile(data.resolve(NAME));
    }

    /** What the last cloud said of itself; empty where none has run yet. */
    Optional<Map<String, URI>> endpoints() {
        if (!Files.exists(file)) return Optional.empty();
        try {
            JsonNode written = JSON.readTree(Files.readAllBytes(file)).path(ENDPOINTS);
            Map<String, URI> endpoints = new TreeMap<>();
            written.fields()
                    .forEachRemaining(one -> endpoints.put(
                            one.getKey(), URI.create(one.getValue().asText())));
            return Optional.of(endpoints).filter(some -> some.containsKey("gateway"));
        } catch (IOException e) {
            throw new UncheckedIOException("The outputs cannot be read from " + file, e);
        }
    }

    /** @param stacks the outputs of each, by its name */
    void write(Map<String, Map<String, String>> stacks, Map<String, String> endpoints, Map<String, String> properties) {
        Map<String, Map<String, String>> all = new TreeMap<>(stacks);
        all.put(ENDPOINTS, endpoints);
        all.put("SdkProperties", new TreeMap<>(properties));
        try {
            new WholeFile(file).write(JSON.writeValueAsBytes(all));
        } catch (JacksonException e) {
            throw new IllegalStateException("Texts are always JSON", e);
        }
    }
}
