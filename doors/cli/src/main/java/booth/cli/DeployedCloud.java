package booth.cli;

import booth.core.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A stack that runs elsewhere, known by the file that {@code cdk deploy --outputs-file} or {@code booth up} wrote. */
record DeployedCloud(Map<String, String> outputs) implements Cloud {
    private static final String STACK = "PhotoBooth";
    private static final String PROPERTIES = "SdkProperties";

    static DeployedCloud of(Path outputsFile) {
        try {
            Map<String, Map<String, String>> stacks =
                    Json.MAPPER.readValue(Files.readAllBytes(outputsFile), new TypeReference<>() {});
            Map<String, String> outputs = stacks.get(STACK);
            if (outputs == null)
                throw new CommandFailed(outputsFile + " holds no outputs of a stack named " + STACK + ".");
            stacks.getOrDefault(PROPERTIES, Map.of()).forEach(DeployedCloud::setUnlessSet);
            return new DeployedCloud(outputs);
        } catch (IOException e) {
            throw new CommandFailed("The outputs file " + outputsFile + " cannot be read: " + e.getMessage());
        }
    }

    /** An embedded cloud says how to reach it; for a real one, region and credentials are the SDK's own business. */
    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) System.setProperty(name, value);
    }

    @Override
    public void close() {
        // it was running before us and goes on
    }
}
