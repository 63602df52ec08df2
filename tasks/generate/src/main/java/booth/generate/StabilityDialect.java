package booth.generate;

import booth.core.Busy;
import booth.core.Json;
import booth.generate.ImageModel.Scene;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The request of Stability's inpainting service. Its mask has our polarity (white is edited); {@code grow_mask} 0 keeps
 * it from eating into faces, which its default of 5 pixels would. A filtered picture arrives with HTTP 200 and a finish
 * reason.
 */
final class StabilityDialect implements Dialect {
    private static final String PASSING = "Inference error"; // the one finish reason that is no filter

    private record Request(
            byte[] image,
            byte[] mask,
            String prompt,
            @JsonProperty("negative_prompt") Optional<String> negativePrompt,
            long seed,
            @JsonProperty("grow_mask") int growMask,
            @JsonProperty("output_format") String outputFormat) {}

    private final Style style;

    StabilityDialect(Style style) {
        this.style = style;
    }

    @Override
    public byte[] request(Scene scene) {
        return Json.bytes(new Request(
                scene.frame(), scene.mask(), scene.prompt(), style.negativePrompt(), scene.seed(), 0, "png"));
    }

    @Override
    public byte[] picture(JsonNode answer) {
        return unlessFiltered(answer);
    }

    /** The picture in an answer of any of Stability's services. */
    static byte[] unlessFiltered(JsonNode answer) {
        JsonNode reason = answer.path("finish_reasons").path(0);
        if (reason.isTextual()) {
            if (reason.textValue().equals(PASSING))
                throw new Busy("The image model failed to paint", new IllegalStateException(PASSING));
            throw Dialect.refused("The image model withheld the picture (" + reason.textValue() + ").");
        }
        return Dialect.firstImage(answer);
    }
}
