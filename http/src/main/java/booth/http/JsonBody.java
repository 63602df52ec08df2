package booth.http;

import static com.fasterxml.jackson.databind.cfg.CoercionAction.Fail;

import booth.core.Json;
import booth.core.Refused;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads what a client sent, and tells it in its own words what is wrong: fields, never classes. */
public final class JsonBody {
    private static final int MAX_BYTES = 64 * 1024; // three prompts of 512 characters need 7 KB at most

    /** As strict as the schema: a number is no text, and no whole number has decimals. */
    private static final JsonMapper MAPPER = Json.MAPPER
            .rebuild()
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, Fail)
                            .setCoercion(CoercionInputShape.Float, Fail)
                            .setCoercion(CoercionInputShape.Boolean, Fail))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private JsonBody() {}

    /** @throws Refused {@code BODY_TOO_LARGE}, {@code INVALID_BODY}, or what the record itself refuses */
    public static <T> T read(byte[] body, Class<T> type) {
        if (body.length > MAX_BYTES)
            throw new Refused("BODY_TOO_LARGE", "The body has " + body.length + " bytes; at most 64 KB are read.");
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) throw new Refused("INVALID_BODY", "The body must be a JSON object, not null.");
            return value;
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof Refused refused) throw refused;
            throw invalid(e);
        } catch (JsonMappingException e) {
            throw invalid(e);
        } catch (JacksonException e) {
            throw new Refused("INVALID_BODY", "The body is not JSON.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail to be read", e);
        }
    }

    private static Refused invalid(JsonMappingException error) {
        String field = error.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        String where = field.isEmpty() ? "The body" : "The body's field '" + field + "'";
        return new Refused("INVALID_BODY", where + " is not as the API's description has it.", error);
    }
}
