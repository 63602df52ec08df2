package booth.local.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.image.ImageBytes;
import booth.local.ai.Faults.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/** Bedrock's models that paint from words alone, in both dialects. */
class TextToImageTest {
    private static final String TITAN = "amazon.titan-image-generator-v2:0";
    private static final String CORE = "stability.stable-image-core-v1:1";
    private static final String PROMPT = "botanic garden and flowers with dog, strong happy nature, sunny, spring, day";

    @ParameterizedTest
    @CsvSource({"512, 512", "1280, 800", "800, 1280", "768, 512", "1024, 600", "1173, 640"})
    void titanPaintsWordsAtTheSizeAskedFor(int width, int height) throws Exception {
        try (var wire = serve(Faults.NONE)) {
            JsonNode answer = invoke(wire, TITAN, titan(width, height));

            BufferedImage picture = picture(answer);
            assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(width, height);
            assertThat(answer.path("error").isNull()).isTrue();
        }
    }

    @Test
    void titanPaintsSeveralPicturesFromOneSeedAndTheSameOnesAgain() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            ObjectNode request = titan(320, 256);
            request.withObject("/imageGenerationConfig").put("numberOfImages", 3);

            JsonNode first = invoke(wire, TITAN, request).path("images");
            JsonNode second = invoke(wire, TITAN, request).path("images");

            assertThat(first).hasSize(3).isEqualTo(second).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatTheNegativeTextNamesIsNotPainted() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            ObjectNode without = titan(512, 512);
            without.withObject("/textToImageParams").put("negativeText", "dog");

            assertThat(invoke(wire, TITAN, without).path("images"))
                    .isNotEqualTo(invoke(wire, TITAN, titan(512, 512)).path("images"));
        }
    }

    @Test
    void titanRefusesWhatTitanRefuses() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            assertRefused(wire, TITAN, words("x".repeat(513)), "text, expected maxLength: 512, actual: 513");
            assertRefused(wire, TITAN, words(""), "text, expected minLength: 1, actual: 0");
            assertRefused(wire, TITAN, titan(4096, 4096), "4096×4096 pixels is not supported");
            assertRefused(wire, TITAN, titan(513, 512), "multiples of 8 from 256 to 1536");
            assertRefused(wire, TITAN, titan(-512, 512), "width");
            ObjectNode many = titan(512, 512);
            many.withObject("/imageGenerationConfig").put("numberOfImages", 6);
            assertRefused(wire, TITAN, many, "numberOfImages");
            ObjectNode negative = titan(512, 512);
            negative.withObject("/textToImageParams").put("negativeText", "y".repeat(513));
            assertRefused(wire, TITAN, negative, "negativeText, expected maxLength: 512");
            ObjectNode both = titan(512, 512);
            both.putObject("outPaintingParams").put("text", "a forest");
            assertRefused(wire, TITAN, both, "outPaintingParams belong to OUTPAINTING");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1:1, 1024, 1024",
        "16:9, 1344, 768",
        "9:16, 768, 1344",
        "21:9, 1536, 640",
        "9:21, 640, 1536",
        "2:3, 832, 1216",
        "3:2, 1216, 832",
        "4:5, 896, 1088",
        "5:4, 1088, 896"
    })
    void stabilityKnowsProportionsOfAboutAMegapixel(String ratio, int width, int height) throws Exception {
        try (var wire = serve(Faults.NONE)) {
            JsonNode answer =
                    invoke(wire, CORE, stability().put("aspect_ratio", ratio).put("output_format", "jpeg"));

            BufferedImage picture = picture(answer);
            assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(width, height);
            assertThat(answer.path("seeds").path(0).longValue()).isEqualTo(7);
            assertThat(answer.path("finish_reasons").path(0).isNull()).isTrue();
            assertThat(answer.path("images").path(0).binaryValue()).startsWith(0xFF, 0xD8);
        }
    }

    @Test
    void stabilityRefusesWhatItDoesNotKnow() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            assertRefused(wire, CORE, stability().put("aspect_ratio", "1:2"), "1:2 is not supported here");
            assertRefused(wire, CORE, stability().put("width", 512), "extraneous keys [width]");
            assertRefused(wire, CORE, stability().put("prompt", ""), "minLength: 1");
            assertRefused(wire, CORE, stability().put("prompt", "x".repeat(10_001)), "maxLength: 10000");
            assertRefused(wire, CORE, stability().put("seed", 4_294_967_295L), "seed");
        }
    }

    @Test
    void anInpaintingModelStillWantsAPicture() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            assertRefused(
                    wire, "us.stability.stable-image-inpaint-v1:0", stability(), "required key [image] not found");
        }
    }

    @Test
    void faultsConcernPicturesOfWordsToo() throws Exception {
        try (var wire = serve(call -> call.prompt().equals(PROMPT) ? Fault.THROTTLED : Fault.FILTERED)) {
            assertThatThrownBy(() -> invoke(wire, TITAN, titan(512, 512))).isInstanceOf(ThrottlingException.class);
            assertRefused(wire, TITAN, words("something else"), "blocked by our content filters");
            assertThat(invoke(wire, CORE, stability().put("prompt", "else")).path("finish_reasons"))
                    .first()
                    .extracting(JsonNode::asText)
                    .isEqualTo("Filter reason: prompt");
        }
    }

    @Test
    void aCrowdIsServedAndEveryoneGetsHisOwn() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            List<CompletableFuture<JsonNode>> calls = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                        ObjectNode request = titan(256, 256);
                        request.withObject("/imageGenerationConfig").put("seed", i % 6);
                        return invoke(wire, TITAN, request).path("images");
                    }))
                    .toList();

            assertThat(calls.stream().map(CompletableFuture::join).distinct()).hasSize(6);
        }
    }

    private static ObjectNode words(String text) {
        ObjectNode request = titan(512, 512);
        request.withObject("/textToImageParams").put("text", text);
        return request;
    }

    private static ObjectNode titan(int width, int height) {
        ObjectNode request = Json.MAPPER.createObjectNode().put("taskType", "TEXT_IMAGE");
        request.putObject("textToImageParams").put("text", PROMPT);
        request.putObject("imageGenerationConfig")
                .put("numberOfImages", 1)
                .put("quality", "premium")
                .put("cfgScale", 7.5)
                .put("seed", 44)
                .put("width", width)
                .put("height", height);
        return request;
    }

    private static ObjectNode stability() {
        return Json.MAPPER.createObjectNode().put("prompt", PROMPT).put("seed", 7);
    }

    private static Wire<BedrockRuntimeClient> serve(Faults faults) {
        Studio studio = new Studio(frame -> {
            throw new AssertionError("there is no photo to look at");
        });
        return Wire.of(new BedrockService(studio, faults), BedrockRuntimeClient.builder());
    }

    private static void assertRefused(Wire<BedrockRuntimeClient> wire, String model, ObjectNode body, String why) {
        assertThatThrownBy(() -> invoke(wire, model, body))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(why);
    }

    private static JsonNode invoke(Wire<BedrockRuntimeClient> wire, String model, ObjectNode body) {
        try {
            return Json.MAPPER.readTree(wire.client()
                    .invokeModel(call -> call.modelId(model)
                            .contentType("application/json")
                            .body(SdkBytes.fromByteArray(Json.bytes(body))))
                    .body()
                    .asByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BufferedImage picture(JsonNode answer) throws IOException {
        return ImageBytes.decode("picture", answer.path("images").path(0).binaryValue());
    }
}
