package booth.http;

import booth.core.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is answered over HTTP.
 *
 * @param body JSON, or nothing
 */
public record Answer(int status, Map<String, String> headers, String body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** A job may change at any moment, and its links are for whoever asked: no cache keeps an answer. */
    public static Answer json(int status, Object value) {
        return new Answer(
                status, Map.of("content-type", "application/json", "cache-control", "no-store"), Json.text(value));
    }

    public Answer with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }

    public APIGatewayV2HTTPResponse toEvent() {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .build();
    }
}
