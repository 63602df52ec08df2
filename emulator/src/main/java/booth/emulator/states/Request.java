package booth.emulator.states;

import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The fields of a request, each checked against the constraints of AWS's model. */
record Request(JsonNode body) {
    private static final int PAGE = 100;
    private static final int MAX_PAGE = 1000;
    /** What the model marks as sensitive: its value is not repeated in an error. */
    private static final Set<String> SENSITIVE = Set.of("definition", "input", "output", "error", "cause");
    /** All other texts have at least one character. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("input", "output", "error", "cause", "traceHeader");

    private enum Included {
        ALL_DATA,
        METADATA_ONLY
    }

    String text(String field, int maxLength) {
        return optionalText(field, maxLength)
                .orElseThrow(() -> invalid("Value null at '" + field + "'", "Member must not be null"));
    }

    Optional<String> optionalText(String field, int maxLength) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        if (!value.isTextual()) throw ServiceError.badRequest("SerializationException", field + " must be a string.");
        String text = value.textValue();
        if (text.isEmpty() && !MAY_BE_EMPTY.contains(field))
            throw invalid(shown(field, text), "Member must have length greater than or equal to 1");
        if (text.length() > maxLength)
            throw invalid(shown(field, text), "Member must have length less than or equal to " + maxLength);
        return Optional.of(text);
    }

    private static String shown(String field, String value) {
        return SENSITIVE.contains(field) ? "Value at '" + field + "'" : "Value '" + value + "' at '" + field + "'";
    }

    boolean flag(String field, boolean otherwise) {
        return body.path(field).asBoolean(otherwise);
    }

    <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> type) {
        return optionalText(field, Integer.MAX_VALUE)
                .map(name -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> invalid(
                                shown(field, name),
                                "Member must satisfy enum value set: " + Arrays.toString(type.getEnumConstants()))));
    }

    /** {@code includedData}: whether the answer is to hold more than metadata. */
    boolean wantsData() {
        return oneOf("includedData", Included.class).orElse(Included.ALL_DATA) == Included.ALL_DATA;
    }

    /** {@code maxResults} up to a thousand; 0 and absent mean a hundred, as AWS has it. */
    int pageSize() {
        return pageSize(MAX_PAGE);
    }

    int pageSize(int most) {
        int size = body.path("maxResults").asInt(0);
        if (size < 0 || size > most)
            throw invalid(
                    shown("maxResults", String.valueOf(size)),
                    size < 0
                            ? "Member must have value greater than or equal to 0"
                            : "Member must have value less than or equal to " + most);
        return size == 0 ? PAGE : size;
    }

    /** Refuses a field that AWS knows and this endpoint does not, rather than ignoring it. */
    void refuse(String field, String what) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull() || value.isBoolean() && !value.booleanValue()) return;
        throw ServiceError.badRequest(
                "ValidationException", String.format(Locale.ROOT, "%s (%s) are not supported here.", what, field));
    }

    private static ServiceError invalid(String value, String constraint) {
        return ServiceError.badRequest(
                "ValidationException",
                "1 validation error detected: " + value + " failed to satisfy constraint: " + constraint);
    }
}
