package booth.local.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.image.ImageBytes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;

/** SageMaker endpoints of Stable Diffusion, told from those of SAM by their name. */
class StableDiffusionTest {
    private static final String PROMPT =
            "botanic garden and flowers with cat, strong calm nature, rainy, autumn, sunset";

    @Test
    void theAnswerHoldsJpegsOfTheSizeAskedForAndThePrompt() throws Exception {
        try (var wire = serve()) {
            JsonNode answer = ask(wire, "stable-diffusion-2-1", question(1280, 800));

            byte[] bytes = answer.path("generated_images").path(0).binaryValue();
            BufferedImage picture = ImageBytes.decode("picture", bytes);
            assertThat(bytes).startsWith(0xFF, 0xD8);
            assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(1280, 800);
            assertThat(answer.path("prompt").asText()).isEqualTo(PROMPT);
        }
    }

    @Test
    void withoutASeedTheSamePromptIsAnotherPictureEachTime() throws Exception {
        try (var wire = serve()) {
            ObjectNode seeded = question(256, 256).put("seed", 5);

            assertThat(ask(wire, "stable-diffusion", question(256, 256)))
                    .isNotEqualTo(ask(wire, "stable-diffusion", question(256, 256)));
            assertThat(ask(wire, "stable-diffusion", seeded)).isEqualTo(ask(wire, "stable-diffusion", seeded));
        }
    }

    @Test
    void severalPicturesOfOnePromptDiffer() throws Exception {
        try (var wire = serve()) {
            ObjectNode two = question(256, 256).put("num_images_per_prompt", 2);

            assertThat(ask(wire, "stable-diffusion-xl", two).path("generated_images"))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatTheModelWouldNotTakeIsItsError() throws Exception {
        try (var wire = serve()) {
            assertModelError(wire, question(100, 100), "multiples of 8 from 256 to 1536");
            assertModelError(wire, question(512, 512).put("num_images_per_prompt", 99), "from 1 to 4");
            assertModelError(wire, question(512, 512).put("steps", 3), "steps");
            assertModelError(wire, question(512, 512).put("prompt", "x".repeat(65_537)), "at most 65536");
            ObjectNode wordless = question(512, 512);
            wordless.remove("prompt");
            assertModelError(wire, wordless, "prompt");
        }
    }

    private static void assertModelError(Wire<SageMakerRuntimeClient> wire, ObjectNode question, String why) {
        assertThatThrownBy(() -> ask(wire, "stable-diffusion", question))
                .isInstanceOf(ModelErrorException.class)
                .hasMessageContaining(why);
    }

    private static ObjectNode question(int width, int height) {
        return Json.MAPPER
                .createObjectNode()
                .put("prompt", PROMPT)
                .put("width", width)
                .put("height", height)
                .put("num_images_per_prompt", 1)
                .put("num_inference_steps", 50)
                .put("guidance_scale", 7.5);
    }

    private static Wire<SageMakerRuntimeClient> serve() {
        Segmenter nobody = (image, box) -> {
            throw new AssertionError("SAM is behind another endpoint");
        };
        return Wire.of(new SageMakerService(nobody), SageMakerRuntimeClient.builder());
    }

    private static JsonNode ask(Wire<SageMakerRuntimeClient> wire, String endpoint, ObjectNode question)
            throws IOException {
        return Json.MAPPER.readTree(wire.client()
                .invokeEndpoint(call -> call.endpointName(endpoint)
                        .contentType("application/json")
                        .body(SdkBytes.fromByteArray(Json.bytes(question))))
                .body()
                .asByteArray());
    }
}
