package booth.core;

import static java.nio.charset.StandardCharsets.UTF_8;

/** JSON literals as values. */
public final class TestJson {
    private TestJson() {}

    public static <T> T read(String json, Class<T> type) {
        return Json.read("the test's JSON", json.getBytes(UTF_8), type);
    }
}
