package booth.generate;

import booth.core.Busy;
import booth.core.Refused;
import booth.generate.ImageModel.Scene;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Base64;

/** How a family of image models wants to be asked and how it answers: JSON both ways. */
interface Dialect {
    /** The body of a request for one picture. */
    byte[] request(Scene scene);

    /**
     * The picture in an answer, as the model encoded it.
     *
     * @throws Refused {@code MODEL_REFUSED} when the model filtered it
     * @throws Busy when the model failed for a reason that passes
     * @throws IllegalArgumentException when there is no picture and no reason
     */
    byte[] picture(JsonNode answer);

    /**
     * The dialect that configuration names.
     *
     * @param name {@code titan} or {@code stability}
     */
    static Dialect named(String name, Style style) {
        return switch (name) {
            case "titan" -> new TitanDialect(style);
            case "stability" -> new StabilityDialect(style);
            default ->
                throw new IllegalArgumentException("IMAGE_DIALECT must be titan or stability, not '" + name + "'.");
        };
    }

    /** The first of the base64 texts in {@code images}, where both families put what they painted. */
    static byte[] firstImage(JsonNode answer) {
        JsonNode image = answer.path("images").path(0);
        if (!image.isTextual())
            throw new IllegalArgumentException("The image model answered without a picture; its answer has only "
                    + Arrays.toString(answer.properties().stream()
                            .map(field -> field.getKey())
                            .toArray()) + ".");
        return Base64.getDecoder().decode(image.textValue());
    }

    static Refused refused(String sentence) {
        return new Refused("MODEL_REFUSED", sentence);
    }
}
