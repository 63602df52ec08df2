package booth.emulator.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the caller gets.
 *
 * @param headers by their names in lower case
 * @param cookies each a {@code set-cookie} of its own
 */
record ApiAnswer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String TYPE = "content-type";
    private static final int OK = 200;
    private static final int LOWEST = 100;
    private static final int HIGHEST = 599;

    ApiAnswer {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /** One of API Gateway's own, {@code {"message":"Not Found"}}. */
    static ApiAnswer message(int status, String message) {
        String body =
                JsonNodeFactory.instance.objectNode().put("message", message).toString();
        return new ApiAnswer(status, Map.of(TYPE, "application/json"), List.of(), body.getBytes(UTF_8));
    }

    /** What API Gateway says when a function fails or answers what it cannot read. */
    static ApiAnswer failure() {
        return message(500, "Internal Server Error");
    }

    /**
     * Reads what a function answered: an object with a {@code statusCode} says everything itself, anything else is the
     * body of a success.
     */
    static ApiAnswer of(byte[] payload) {
        JsonNode answer;
        try {
            answer = JSON.readTree(payload);
        } catch (JacksonException e) { // API Gateway hands on what is no JSON, and calls it JSON
            return success(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer.has("statusCode")) return structured(answer);
        return success(answer.isTextual() ? answer.textValue().getBytes(UTF_8) : payload);
    }

    /** The same with more headers, which replace those of the same name. */
    ApiAnswer with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new ApiAnswer(status, all, cookies, body);
    }

    /** The same without the headers in which a function spoke to browsers. */
    ApiAnswer withoutCors() {
        Map<String, String> rest = new TreeMap<>(headers);
        rest.keySet().removeIf(name -> name.startsWith("access-control-"));
        return new ApiAnswer(status, rest, cookies, body);
    }

    private static ApiAnswer success(byte[] body) {
        return new ApiAnswer(OK, Map.of(TYPE, "application/json"), List.of(), body);
    }

    private static ApiAnswer structured(JsonNode answer) {
        int status = answer.path("statusCode").asInt(0); // a number in quotes is taken for one
        if (status < LOWEST || status > HIGHEST || !isText(answer.path("body")) || !isObject(answer.path("headers")))
            return failure();
        Map<String, String> headers = new TreeMap<>();
        headers.put(TYPE, "text/plain; charset=utf-8");
        for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
            if (!header.getValue().isValueNode()) return failure();
            headers.put(
                    header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText());
        }
        List<String> cookies =
                answer.path("cookies").valueStream().map(JsonNode::asText).toList();
        String body = answer.path("body").asText("");
        try {
            return new ApiAnswer(
                    status,
                    headers,
                    cookies,
                    answer.path("isBase64Encoded").asBoolean()
                            ? Base64.getDecoder().decode(body)
                            : body.getBytes(UTF_8));
        } catch (IllegalArgumentException e) {
            return failure();
        }
    }

    private static boolean isText(JsonNode body) {
        return body.isTextual() || body.isNull() || body.isMissingNode();
    }

    private static boolean isObject(JsonNode headers) {
        return headers.isObject() || headers.isNull() || headers.isMissingNode();
    }
}
