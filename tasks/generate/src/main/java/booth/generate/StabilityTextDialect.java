package booth.generate;

import booth.core.Json;
import booth.generate.TextToImageModel.Wish;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/**
 * The request of Stability's text-to-image models on Bedrock (Stable Image Core, Ultra and Stable Diffusion 3.5), which
 * know nine proportions and no sizes. A seed of 0 would mean any, so the one next to it is sent. A filtered picture
 * arrives as with inpainting, with HTTP 200 and a finish reason.
 */
final class StabilityTextDialect implements TextDialect {
    private record Request(
            String prompt,
            @JsonProperty("negative_prompt") Optional<String> negativePrompt,
            @JsonProperty("aspect_ratio") String aspectRatio,
            long seed,
            @JsonProperty("output_format") String outputFormat) {}

    /** The proportions it takes: the Bedrock user guide's "Stable Image Core request and response". */
    private record AspectRatio(int wide, int tall) implements Offer {
        private static final AspectRatio[] ALL = {
            new AspectRatio(16, 9),
            new AspectRatio(1, 1),
            new AspectRatio(21, 9),
            new AspectRatio(2, 3),
            new AspectRatio(3, 2),
            new AspectRatio(4, 5),
            new AspectRatio(5, 4),
            new AspectRatio(9, 16),
            new AspectRatio(9, 21)
        };

        @Override
        public double proportion() {
            return (double) wide / tall;
        }

        @Override
        public String toString() {
            return wide + ":" + tall;
        }
    }

    @Override
    public byte[] request(Wish wish) {
        AspectRatio ratio = TextDialect.nearest(Arrays.stream(AspectRatio.ALL), wish)
                .findFirst()
                .orElseThrow();
        return Json.bytes(
                new Request(wish.prompt(), wish.negativeText(), ratio.toString(), Math.max(1, wish.seed()), "png"));
    }

    @Override
    public byte[] picture(JsonNode answer) {
        return StabilityDialect.unlessFiltered(answer);
    }
}
