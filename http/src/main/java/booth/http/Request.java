package booth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was asked over HTTP.
 *
 * @param path without the query
 * @param headers by name in any case
 * @param query the last value where a name is given twice
 * @param body empty where there is none
 * @param address where it came from; empty where nobody said
 */
public record Request(
        String method,
        String path,
        Map<String, String> headers,
        Map<String, String> query,
        byte[] body,
        String address) {
    /** @param event of an HTTP API, payload format 2.0 */
    public static Request of(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Optional.ofNullable(event.getHeaders()).ifPresent(headers::putAll);
        return new Request(
                event.getRequestContext().getHttp().getMethod(),
                event.getRawPath(),
                headers,
                Optional.ofNullable(event.getQueryStringParameters()).orElse(Map.of()),
                body(event),
                Optional.ofNullable(event.getRequestContext().getHttp().getSourceIp())
                        .orElse(""));
    }

    private static byte[] body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Empty also where nothing is given for it. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }
}
