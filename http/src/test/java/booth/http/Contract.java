package booth.http;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Locale;
import java.util.Optional;

/** Holds every answer against what the API's description promises: its status, its headers, its media type and its schema. */
public final class Contract {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final OpenApi description;
    private final JsonNode document;

    /** @param file on the class path, e.g. {@code /openapi.json} */
    public Contract(String file) {
        description = OpenApi.load(file);
        document = parse(description.answer().body());
    }

    public JsonNode document() {
        return document;
    }

    /** Answers to what no route matches are problems of their own, and in no operation's list. */
    public void holds(Request request, Answer answer) {
        Optional<Route> route = description.find(request.method(), request.path());
        if (route.isEmpty()) {
            if (answer.status() >= 400) matches(problem(), answer.body());
            return;
        }
        String status = Integer.toString(answer.status());
        JsonNode promised = resolve(operation(route.get()).path("responses").path(status));
        assertThat(promised.isMissingNode())
                .as("%s may answer %s", route.get().operationId(), status)
                .isFalse();
        promised.path("headers")
                .fieldNames()
                .forEachRemaining(name -> assertThat(answer.headers()).containsKey(name.toLowerCase(Locale.ROOT)));
        if (!promised.has("content")) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        JsonNode media =
                promised.path("content").path(String.valueOf(answer.headers().get("content-type")));
        assertThat(media.isMissingNode())
                .as("%s as %s", status, answer.headers().get("content-type"))
                .isFalse();
        if (String.valueOf(answer.headers().get("content-type")).contains("json"))
            matches(media.path("schema"), answer.body());
    }

    /** Whether a body is one that the operation takes. */
    public boolean takes(String operationId, String body) {
        Route route = description.routes().stream()
                .filter(one -> one.operationId().equals(operationId))
                .findFirst()
                .orElseThrow();
        JsonNode schema = operation(route)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return SCHEMAS.getSchema(whole(schema), STRICT).validate(parse(body)).isEmpty();
    }

    /** Whether {@code json} is what the schema of this name says. */
    public void isA(String schema, String json) {
        matches(document.path("components").path("schemas").path(schema), json);
    }

    private JsonNode operation(Route route) {
        return document.path("paths")
                .path(route.path().text())
                .path(route.method().toLowerCase(Locale.ROOT));
    }

    private JsonNode problem() {
        return document.path("components").path("schemas").path("Problem");
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private void matches(JsonNode schema, String body) {
        assertThat(SCHEMAS.getSchema(whole(schema), STRICT).validate(parse(body)))
                .as(body)
                .isEmpty();
    }

    /** The schema with all it may refer to. */
    private JsonNode whole(JsonNode schema) {
        return ((ObjectNode) schema.deepCopy()).set("components", document.path("components"));
    }

    public static JsonNode parse(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new AssertionError("This is no JSON: " + json, e);
        }
    }
}
