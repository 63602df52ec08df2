package booth.emulator.template;

import booth.emulator.account.TestAccount;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Templates written in a test, with single quotes. */
public final class TestTemplates {
    public static final Stack STACK = new Stack(
            "Stack",
            TestAccount.LOCAL,
            URI.create("http://127.0.0.1:2"),
            URI.create("http://127.0.0.1:1"),
            Outside.NOTHING);

    private static final JsonMapper JSON = new JsonMapper();

    private TestTemplates() {}

    /** A template without assets. */
    public static Template template(String text) {
        return template(text, Path.of(""));
    }

    public static Template template(String text, Path assets) {
        return new Template(STACK.name(), assets, Optional.empty(), json(text));
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
