package booth.emulator.wire;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** AWS JSON 1.0 and 1.1; the answer's version is the request's. */
final class JsonProtocol {
    static final String TARGET = "X-Amz-Target";
    private static final Logger LOG = LoggerFactory.getLogger(JsonProtocol.class);
    private static final int MAX_TEXT = 64 << 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_TEXT)
                            .build())
                    .build())
            .build();

    private final Map<String, JsonService> services;
    private final Gate gate;

    JsonProtocol(List<JsonService> services, Gate gate) {
        this.gate = gate;
        this.services = services.stream().collect(toUnmodifiableMap(JsonService::target, identity()));
    }

    void answer(Context request) {
        String version = Optional.ofNullable(request.contentType()).orElse("application/x-amz-json-1.0");
        request.contentType(version);
        try {
            request.result(JSON.writeValueAsBytes(call(request)));
        } catch (ServiceError e) {
            refuse(request, e);
        } catch (IOException | RuntimeException e) {
            LOG.error("{} failed", request.header(TARGET), e);
            refuse(request, new ServiceError(500, "InternalServerError", e.toString()));
        }
    }

    private JsonNode call(Context request) throws IOException {
        gate.check(request, Refusals.JSON);
        String target = Optional.ofNullable(request.header(TARGET)).orElse("");
        int dot = target.lastIndexOf('.');
        JsonService service = services.get(target.substring(0, Math.max(0, dot)));
        if (service == null) throw ServiceError.unknownOperation(target);
        return service.call(target.substring(dot + 1), input(request));
    }

    private static JsonNode input(Context request) throws IOException {
        byte[] body = request.bodyAsBytes();
        if (body.length == 0) return JSON.createObjectNode();
        try {
            JsonNode input = JSON.readTree(body);
            if (input.isObject()) return input;
        } catch (JacksonException e) {
            throw ServiceError.badRequest("SerializationException", "The body is no JSON: " + e.getOriginalMessage());
        }
        throw ServiceError.badRequest("SerializationException", "The body is no JSON object.");
    }

    private static void refuse(Context request, ServiceError error) {
        request.status(error.status());
        request.header("x-amzn-errortype", error.code());
        request.result(JSON.createObjectNode()
                .put("__type", error.code())
                .put("message", error.message())
                .toString());
    }
}
