package booth.emulator.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Functions behind an API. */
public final class Behind {
    private Behind() {}

    /** Answers with the event it was called with. */
    public static final class Mirror implements RequestStreamHandler {
        public Mirror(Map<String, String> environment) {}

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            in.transferTo(out);
        }
    }

    /** Answers what the request's body tells it to, byte for byte. */
    public static final class Puppet implements RequestStreamHandler {
        public Puppet(Map<String, String> environment) {}

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            out.write(new JsonMapper().readTree(in).path("body").asText().getBytes(UTF_8));
        }
    }
}
