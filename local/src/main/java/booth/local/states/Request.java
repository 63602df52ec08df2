package booth.local.states;

import booth.local.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fields of a request, each checked against the constraints of AWS's model. */
record Request(JsonNode body) {
    private static final int MAX_PAGE = 1000;

    String text(String field, int maxLength) {
        return optionalText(field, maxLength)
                .orElseThrow(() -> invalid("Value null at '" + field + "'", "Member must not be null"));
    }

    Optional<String> optionalText(String field, int maxLength) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        if (!value.isTextual()) throw ServiceError.badRequest("SerializationException", field + " must be a string.");
        if (value.textValue().length() > maxLength)
            throw invalid("Value at '" + field + "'", "Member must have length less than or equal to " + maxLength);
        return Optional.of(value.textValue());
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
                                "Value '" + name + "' at '" + field + "'",
                                "Member must satisfy enum value set: " + Arrays.toString(type.getEnumConstants()))));
    }

    /** {@code maxResults}; 0 and absent mean the default, as AWS has it. */
    int pageSize(int otherwise) {
        int size = body.path("maxResults").asInt(0);
        if (size < 0 || size > MAX_PAGE)
            throw invalid(
                    "Value '" + size + "' at 'maxResults'",
                    size < 0
                            ? "Member must have value greater than or equal to 0"
                            : "Member must have value less than or equal to " + MAX_PAGE);
        return size == 0 ? otherwise : size;
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
