package booth.callback;

import java.net.URI;
import java.util.Map;

/** Sends one webhook. */
interface WebhookClient {
    /**
     * @param headers besides {@code content-type: application/json}
     * @return how it went; throws nothing for what the other side does
     */
    Outcome send(URI to, Map<String, String> headers, byte[] json);
}
