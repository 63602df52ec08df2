package booth.core;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;

/**
 * The house's JSON: strict about what it reads (unknown, missing and null-for-number fields are errors; only optional
 * ones may be missing), quiet about what it writes (absent optionals are left out, instants are ISO 8601).
 */
public final class Json {
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .annotationIntrospector(new OnlyOptionalsMayBeMissing())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    /**
     * What the writer leaves out, the reader must be able to miss: absent optionals. (Jackson's own
     * FAIL_ON_MISSING_CREATOR_PROPERTIES makes no such difference.)
     */
    private static final class OnlyOptionalsMayBeMissing extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember property) {
            return property instanceof AnnotatedParameter && !Optional.class.equals(property.getRawType());
        }
    }

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
            return MAPPER.readValue(json, type);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof Refused refused) throw refused;
            throw new IllegalArgumentException(name + " is not a valid " + type.getSimpleName(), e);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(name + " is not a valid " + type.getSimpleName(), e);
        }
    }
}
