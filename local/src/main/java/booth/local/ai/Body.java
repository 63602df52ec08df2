package booth.local.ai;

import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One object of an image model's request; every complaint names the place and says what would be right.
 *
 * @param path where the object is, {@code #/outPaintingParams}
 */
record Body(JsonNode object, String path) {
    Body {
        if (!object.isObject()) throw invalid("Malformed input request: " + path + ": an object is required.");
    }

    static ServiceError invalid(String message) {
        return ServiceError.badRequest("ValidationException", message);
    }

    Body child(String field) {
        return new Body(object.path(field), path + "/" + field);
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** Refuses fields by their names, rather than ignoring what somebody meant. */
    Body only(Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        object.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (unknown.isEmpty()) return this;
        throw invalid("Malformed input request: " + path + ": extraneous keys " + unknown + " are not permitted here.");
    }

    String text(String field, int maxLength) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) throw wrong("required key [" + field + "] not found");
        if (!value.isTextual()) throw wrong(field + ", expected type: String");
        int length = value.textValue().length();
        if (length > maxLength) throw wrong(field + ", expected maxLength: " + maxLength + ", actual: " + length);
        return value.textValue();
    }

    String text(String field, Set<String> allowed, String otherwise) {
        if (!has(field)) return otherwise;
        String value = text(field, Integer.MAX_VALUE);
        if (allowed.contains(value)) return value;
        throw wrong(field + ": " + value + " is not supported here; use one of " + new TreeSet<>(allowed));
    }

    double number(String field, double min, double max, double otherwise) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) return otherwise;
        if (!value.isNumber()) throw wrong(field + ", expected type: Number");
        if (value.doubleValue() < min || value.doubleValue() > max)
            throw wrong(field + ": " + value + " is not between " + min + " and " + max);
        return value.doubleValue();
    }

    long integer(String field, long min, long max, long otherwise) {
        double value = number(field, min, max, otherwise);
        if (value != Math.rint(value)) throw wrong(field + ", expected type: Integer");
        return (long) value;
    }

    byte[] bytes(String field) {
        text(field, Integer.MAX_VALUE);
        try {
            return object.path(field).binaryValue();
        } catch (IOException e) {
            throw wrong(field + " is not base64");
        }
    }

    BufferedImage image(String field, byte[] bytes, Function<byte[], BufferedImage> decoder) {
        try {
            return decoder.apply(bytes);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Black is kept. */
    Mask mask(String field, BufferedImage frame) {
        BufferedImage image = image(field, bytes(field), bytes -> ImageBytes.decode(field, bytes));
        if (image.getWidth() != frame.getWidth() || image.getHeight() != frame.getHeight())
            throw wrong(field + " has " + image.getWidth() + "×" + image.getHeight() + " pixels, the image "
                    + frame.getWidth() + "×" + frame.getHeight() + "; they must be equal");
        return Mask.ofImage(image);
    }

    ServiceError wrong(String what) {
        return invalid(
                "Malformed input request: " + path + ": " + what + ", please reformat your input and try again.");
    }
}
