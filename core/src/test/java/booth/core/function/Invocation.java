package booth.core.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Calls a handler the way Lambda does. */
public final class Invocation {
    private Invocation() {}

    /** @param json with single quotes for double ones, as tests read better that way */
    public static String of(RequestStreamHandler handler, String json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(json.replace('\'', '"').getBytes(UTF_8)), out, NoContext.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return out.toString(UTF_8);
    }
}
