package booth.local.ai;

import booth.core.Json;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What a Stable Diffusion endpoint is asked and answers: {@code {"prompt", "width", "height", "num_images_per_prompt",
 * "num_inference_steps", "guidance_scale"}}, and perhaps {@code negative_prompt} and {@code seed}, in; {@code
 * {"generated_images": [base64 JPEG], "prompt"}} out. Steps and guidance mean nothing to a painter. Without a seed every
 * call paints another picture, as the model does.
 */
final class StableDiffusion {
    static final String ENDPOINT = "stable-diffusion";
    private static final int MOST_PICTURES = 4;
    private static final int LONGEST_PROMPT = 65_536;
    private static final Random SEEDS = new Random();

    private StableDiffusion() {}

    private record Question(
            @JsonProperty(value = "prompt", required = true) String prompt,
            @JsonProperty(value = "width", required = true) int width,
            @JsonProperty(value = "height", required = true) int height,
            @JsonProperty("num_images_per_prompt") Optional<Integer> pictures,
            @JsonProperty("num_inference_steps") Optional<Integer> steps,
            @JsonProperty("guidance_scale") Optional<Double> guidance,
            @JsonProperty("negative_prompt") Optional<String> negative,
            @JsonProperty("seed") Optional<Long> seed) {}

    record Answer(
            @JsonProperty("generated_images") List<byte[]> pictures,
            @JsonProperty("prompt") String prompt) {}

    /**
     * Paints what the body asks for.
     *
     * @throws IOException when it is no JSON of this shape
     * @throws IllegalArgumentException for sizes and numbers that the model would not take
     */
    static Answer answer(byte[] body) throws IOException {
        TextOrder order = order(Json.MAPPER.readValue(body, Question.class));
        return new Answer(Gardens.paint(order), order.prompt());
    }

    private static TextOrder order(Question question) {
        int pictures = question.pictures().orElse(1);
        demand(GardenSize.fits(question.width()) && GardenSize.fits(question.height()), GardenSize.RULE);
        demand(pictures >= 1 && pictures <= MOST_PICTURES, "num_images_per_prompt is from 1 to " + MOST_PICTURES);
        demand(question.steps().orElse(50) >= 1, "num_inference_steps is at least 1");
        demand(question.guidance().orElse(7.5) >= 0, "guidance_scale is at least 0");
        demand(question.prompt().length() <= LONGEST_PROMPT, "prompt has at most " + LONGEST_PROMPT + " characters");
        return new TextOrder(
                question.prompt(),
                question.negative().orElse(""),
                question.width(),
                question.height(),
                question.seed().orElseGet(SEEDS::nextLong),
                pictures,
                Order.Format.JPEG);
    }

    private static void demand(boolean met, String rule) {
        if (!met) throw new IllegalArgumentException(rule);
    }
}
