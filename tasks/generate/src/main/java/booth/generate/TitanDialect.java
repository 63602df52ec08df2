package booth.generate;

import booth.core.Json;
import booth.generate.ImageModel.Scene;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The request of Titan Image Generator, which Nova Canvas spoke too. Frame and mask say how big the picture is, so no
 * width or height is sent.
 */
final class TitanDialect implements Dialect {
    private record Request(
            String taskType, OutPaintingParams outPaintingParams, ImageGenerationConfig imageGenerationConfig) {}

    private record OutPaintingParams(String text, Optional<String> negativeText, byte[] image, byte[] maskImage) {}

    private record ImageGenerationConfig(int numberOfImages, String quality, double cfgScale, long seed) {}

    private final Style style;

    TitanDialect(Style style) {
        this.style = style;
    }

    @Override
    public byte[] request(Scene scene) {
        return Json.bytes(new Request(
                "OUTPAINTING",
                new OutPaintingParams(scene.prompt(), style.negativePrompt(), scene.frame(), scene.mask()),
                new ImageGenerationConfig(1, style.quality(), style.cfgScale(), scene.seed())));
    }

    @Override
    public byte[] picture(JsonNode answer) {
        return unlessWithheld(answer);
    }

    /** The picture in an answer to a request of any task type. */
    static byte[] unlessWithheld(JsonNode answer) {
        JsonNode error = answer.path("error"); // says why pictures were withheld after they were painted
        if (error.isTextual() && answer.path("images").path(0).isMissingNode())
            throw Dialect.refused(error.textValue());
        return Dialect.firstImage(answer);
    }
}
