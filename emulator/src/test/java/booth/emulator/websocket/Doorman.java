package booth.emulator.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A function behind a WebSocket API: keeps what it is told, and lets in whom the query tells it to. */
public final class Doorman implements RequestStreamHandler {
    static final List<JsonNode> TOLD = new CopyOnWriteArrayList<>();

    private static final JsonMapper JSON = new JsonMapper();

    private static volatile CountDownLatch held = new CountDownLatch(0);

    /** From now on whoever says {@code wait}, or is to be answered so, waits. */
    static void holdUp() {
        held = new CountDownLatch(1);
    }

    static void letGo() {
        held.countDown();
    }

    public Doorman(Map<String, String> environment) {}

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode event = JSON.readTree(in);
        TOLD.add(event);
        if (event.path("body").asText().equals("fail")) throw new IllegalStateException("as it was told");
        String status = event.at("/queryStringParameters/answer").asText("200");
        if (status.equals("wait") || event.path("body").asText().equals("wait")) {
            await();
            status = "403";
        }
        out.write((status.equals("nonsense") ? "nonsense" : "{\"statusCode\":" + status + "}").getBytes(UTF_8));
    }

    private static void await() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
