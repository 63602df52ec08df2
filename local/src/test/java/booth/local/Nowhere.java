package booth.local;

import java.util.Map;
import java.util.TreeMap;

/** Has the SDK clients of this JVM look for AWS where nobody answers. */
final class Nowhere implements AutoCloseable {
    private static final Map<String, String> PROPERTIES = Map.of(
            "aws.region", "us-west-2",
            "aws.accessKeyId", "id",
            "aws.secretAccessKey", "secret",
            "aws.endpointUrl", "http://127.0.0.1:9");

    private final Map<String, String> before = new TreeMap<>();

    Nowhere() {
        PROPERTIES.forEach((name, value) -> {
            String old = System.setProperty(name, value);
            if (old != null) before.put(name, old);
        });
    }

    @Override
    public void close() {
        PROPERTIES.keySet().forEach(System::clearProperty);
        before.forEach(System::setProperty);
    }
}
