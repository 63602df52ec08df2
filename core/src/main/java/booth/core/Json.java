package booth.core;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The JSON of records: strict about what it reads (unknown, missing and null fields are errors, a number in quotes is no
 * number; only optional fields may be missing or null), quiet about what it writes (absent optionals are left out, instants
 * are ISO 8601).
 */
public final class Json {
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().setDeserializerModifier(new StrictUnwrapping()))
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature
                            .FAIL_ON_NULL_CREATOR_PROPERTIES, // an Optional that is missing is empty, not null
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON", e);
        }
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON", e);
        }
    }

    /**
     * Reads one value; a {@link Refused} thrown by a record's constructor rises as it is.
     *
     * @param name what is being read, for the error message
     */
    public static <T> T read(String name, byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) throw new IllegalArgumentException(name + " says null");
            return value;
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof Refused refused) throw refused;
            throw new IllegalArgumentException(name + " is not a valid " + type.getSimpleName(), e);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(name + " is not a valid " + type.getSimpleName(), e);
        }
    }
}
