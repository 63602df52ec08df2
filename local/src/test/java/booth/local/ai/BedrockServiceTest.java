package booth.local.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.Photo;
import booth.core.image.PixelRect;
import booth.local.ai.Faults.Fault;
import booth.vision.Models;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceUnavailableException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

class BedrockServiceTest {
    private static final String TITAN = "amazon.titan-image-generator-v1";
    private static final String STABILITY = "us.stability.stable-image-inpaint-v1:0";
    private static final BufferedImage FRAME = Samples.plain(192, 128, new Color(200, 40, 90));
    private static final PixelRect KEPT = new PixelRect(60, 30, 120, 100);

    @Test
    void titanPaintsWhiteAnewAndKeepsBlackToThePixel() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            JsonNode answer = invoke(wire, TITAN, titan());

            assertThat(answer.path("images")).hasSize(1);
            assertPainted(picture(answer));
        }
    }

    @Test
    void stabilityPaintsWhiteAnewAndKeepsBlackToThePixel() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            JsonNode answer = invoke(wire, STABILITY, stability());

            assertThat(answer.path("finish_reasons").path(0).isNull()).isTrue();
            assertThat(answer.path("seeds").path(0).longValue()).isEqualTo(43);
            assertPainted(picture(answer));
        }
    }

    @Test
    void aGrownMaskEatsIntoWhatIsKept() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            BufferedImage grown = picture(invoke(wire, STABILITY, stability().put("grow_mask", 10)));

            assertThat(grown.getRGB(90, 65)).isEqualTo(FRAME.getRGB(90, 65));
            assertThat(share(grown, KEPT)).isLessThan(1);
        }
    }

    @Test
    void anInferenceProfileMayBeAnArn() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            String arn = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/" + STABILITY;

            assertThat(invoke(wire, arn, stability()).path("images")).hasSize(1);
        }
    }

    @Test
    void theSameSeedIsTheSamePictureAndEachFurtherOneAnother() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            ObjectNode request = titan();
            request.putObject("imageGenerationConfig").put("numberOfImages", 2).put("seed", 7);

            JsonNode first = invoke(wire, TITAN, request).path("images");
            JsonNode second = invoke(wire, TITAN, request).path("images");

            assertThat(first).hasSize(2).isEqualTo(second);
            assertThat(first.get(0)).isNotEqualTo(first.get(1));
        }
    }

    @Test
    void thePeopleOfAFrameAreFoundOnceForAllItsPictures() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Studio studio = new Studio(frame -> {
            looks.incrementAndGet();
            return nobody(frame);
        });
        try (var wire = Wire.of(new BedrockService(studio, Faults.NONE), BedrockRuntimeClient.builder())) {
            for (int seed = 1; seed <= 3; seed++)
                invoke(wire, STABILITY, stability().put("seed", seed));

            assertThat(looks).hasValue(1);
        }
    }

    @Test
    void wrongBodiesAreNamedByTheirPlace() throws Exception {
        try (var wire = serve(Faults.NONE)) {
            ObjectNode longPrompt = titan();
            longPrompt.withObject("/outPaintingParams").put("text", "x".repeat(513));
            ObjectNode wrongMask = titan();
            wrongMask
                    .withObject("/outPaintingParams")
                    .put("maskImage", Samples.png(Samples.plain(64, 64, Color.BLACK)));
            ObjectNode noImage = titan();
            noImage.withObject("/outPaintingParams").remove("image");
            ObjectNode otherTask = titan().put("taskType", "IMAGE_VARIATION");
            ObjectNode highScale = titan();
            highScale.putObject("imageGenerationConfig").put("cfgScale", 11);

            assertRefused(wire, TITAN, longPrompt, "text, expected maxLength: 512, actual: 513");
            assertRefused(wire, TITAN, wrongMask, "maskImage has 64×64 pixels, the image 192×128");
            assertRefused(wire, TITAN, noImage, "required key [image] not found");
            assertRefused(wire, TITAN, otherTask, "IMAGE_VARIATION is not supported here");
            assertRefused(wire, TITAN, highScale, "cfgScale");
            assertRefused(wire, STABILITY, titan(), "extraneous keys");
            assertRefused(wire, STABILITY, stability().put("image", "@@"), "image is not base64");
            assertRefused(wire, STABILITY, stability().put("output_format", "webp"), "webp is not supported here");
            assertRefused(wire, "anthropic.claude", titan(), "model identifier is invalid");
        }
    }

    @Test
    void faultsFailAsBedrockDoes() throws Exception {
        List<Faults.Call> calls = new ArrayList<>();
        List<Fault> faults = new ArrayList<>(List.of(Fault.THROTTLED, Fault.OUTAGE, Fault.FILTERED, Fault.FILTERED));
        try (var wire = serve(call -> {
            calls.add(call);
            return faults.remove(0);
        })) {
            assertThatThrownBy(() -> invoke(wire, TITAN, titan())).isInstanceOf(ThrottlingException.class);
            assertThatThrownBy(() -> invoke(wire, TITAN, titan())).isInstanceOf(ServiceUnavailableException.class);
            assertRefused(wire, TITAN, titan(), "blocked by our content filters");
            JsonNode filtered = invoke(wire, STABILITY, stability());

            assertThat(filtered.path("finish_reasons").path(0).textValue()).isEqualTo("Filter reason: prompt");
            assertThat(filtered.path("images")).isEmpty();
            assertThat(calls.get(0)).isEqualTo(new Faults.Call(TITAN, "us-east-1", "a forest at dawn", 43));
        }
    }

    @Test
    void aSampleGetsANewWorldBehindItsPeople() throws Exception {
        BufferedImage photo = Photo.frame(Samples.photo(1), Photo.Fit.SQUASH);
        Mask nothing = new Mask(photo.getWidth(), photo.getHeight());
        try (VisionModels models = new VisionModels(Models.find(System.getenv()));
                var wire = Wire.of(new BedrockService(models), BedrockRuntimeClient.builder())) {
            var face = models.faces().find(photo).get(0);
            nothing.keep(new PixelRect(
                    (int) face.nose().x() - 5,
                    (int) face.nose().y() - 5,
                    (int) face.nose().x() + 5,
                    (int) face.nose().y() + 5));

            BufferedImage picture = picture(
                    invoke(wire, STABILITY, stability(ImageBytes.png(photo), ImageBytes.png(nothing.toImage()))));

            int x = (int) face.nose().x();
            int y = (int) face.nose().y();
            assertThat(picture.getRGB(x, y)).isEqualTo(photo.getRGB(x, y));
            assertThat(picture.getWidth()).isEqualTo(photo.getWidth());
            assertThat(share(picture, photo, new PixelRect(0, 0, photo.getWidth(), photo.getHeight())))
                    .isLessThan(.9);
        }
    }

    private static void assertPainted(BufferedImage picture) {
        assertThat(picture.getWidth()).isEqualTo(192);
        assertThat(picture.getHeight()).isEqualTo(128);
        assertThat(share(picture, KEPT)).isEqualTo(1);
        assertThat(share(picture, new PixelRect(0, 0, 192, 20))).isLessThan(.2);
    }

    /** How much of the rectangle is as in the frame. */
    private static double share(BufferedImage picture, PixelRect rect) {
        return share(picture, FRAME, rect);
    }

    private static double share(BufferedImage picture, BufferedImage frame, PixelRect rect) {
        int[] ours = picture.getRGB(rect.x1(), rect.y1(), rect.width(), rect.height(), null, 0, rect.width());
        int[] theirs = frame.getRGB(rect.x1(), rect.y1(), rect.width(), rect.height(), null, 0, rect.width());
        long same = java.util.stream.IntStream.range(0, ours.length)
                .filter(i -> ours[i] == theirs[i])
                .count();
        return (double) same / ours.length;
    }

    private static void assertRefused(Wire<BedrockRuntimeClient> wire, String model, ObjectNode body, String why) {
        assertThatThrownBy(() -> invoke(wire, model, body))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(why);
    }

    private static ObjectNode titan() {
        ObjectNode request = Json.MAPPER.createObjectNode().put("taskType", "OUTPAINTING");
        request.putObject("outPaintingParams")
                .put("text", "a forest at dawn")
                .put("image", Samples.png(FRAME))
                .put("maskImage", mask());
        request.putObject("imageGenerationConfig")
                .put("numberOfImages", 1)
                .put("quality", "premium")
                .put("cfgScale", 7.5)
                .put("seed", 43);
        return request;
    }

    private static ObjectNode stability() {
        return stability(Samples.png(FRAME), mask());
    }

    private static ObjectNode stability(byte[] image, byte[] mask) {
        return Json.MAPPER
                .createObjectNode()
                .put("image", image)
                .put("mask", mask)
                .put("prompt", "a forest at dawn")
                .put("seed", 43)
                .put("grow_mask", 0)
                .put("output_format", "png");
    }

    private static byte[] mask() {
        Mask mask = new Mask(FRAME.getWidth(), FRAME.getHeight());
        mask.keep(KEPT);
        return ImageBytes.png(mask.toImage());
    }

    private static Wire<BedrockRuntimeClient> serve(Faults faults) {
        return Wire.of(
                new BedrockService(new Studio(BedrockServiceTest::nobody), faults), BedrockRuntimeClient.builder());
    }

    private static People nobody(BufferedImage frame) {
        return new People(new float[frame.getWidth() * frame.getHeight()], List.of());
    }

    private static JsonNode invoke(Wire<BedrockRuntimeClient> wire, String model, ObjectNode body) throws IOException {
        return Json.MAPPER.readTree(wire.client()
                .invokeModel(call -> call.modelId(model)
                        .contentType("application/json")
                        .body(SdkBytes.fromByteArray(Json.bytes(body))))
                .body()
                .asByteArray());
    }

    private static BufferedImage picture(JsonNode answer) throws IOException {
        return ImageBytes.decode("picture", answer.path("images").path(0).binaryValue());
    }
}
