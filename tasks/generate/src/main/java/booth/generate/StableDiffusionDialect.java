package booth.generate;

import booth.core.Json;
import booth.generate.TextToImageModel.Wish;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;

/**
 * The request of a Stable Diffusion endpoint as the emotion garden's always had it; {@code negative_prompt} is sent only
 * where something is not wanted. Sides are multiples of eight, as the model's latents are; what is more than was wanted
 * is cut away.
 */
final class StableDiffusionDialect implements TextDialect {
    private static final int STEPS = 50;
    private static final double GUIDANCE = 7.5;
    private static final int LATENT = 8;

    private record Request(
            String prompt,
            int width,
            int height,
            @JsonProperty("num_images_per_prompt") int images,
            @JsonProperty("num_inference_steps") int steps,
            @JsonProperty("guidance_scale") double guidance,
            @JsonProperty("negative_prompt") Optional<String> negativePrompt,
            long seed) {}

    @Override
    public byte[] request(Wish wish) {
        return Json.bytes(new Request(
                wish.prompt(),
                multiple(wish.width()),
                multiple(wish.height()),
                1,
                wish.steps().orElse(STEPS),
                GUIDANCE,
                wish.negativeText(),
                wish.seed()));
    }

    private static int multiple(int side) {
        return (side + LATENT - 1) / LATENT * LATENT;
    }

    @Override
    public byte[] picture(JsonNode answer) {
        JsonNode image = answer.path("generated_images").path(0);
        if (!image.isTextual())
            throw new IllegalArgumentException("The endpoint answered without a picture in generated_images.");
        return Base64.getDecoder().decode(image.textValue());
    }
}
