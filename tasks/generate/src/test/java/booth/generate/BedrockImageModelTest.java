package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Refused;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.generate.ImageModel.Scene;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** What goes over the wire, and what is made of the answers. */
class BedrockImageModelTest {
    private static final byte[] PICTURE = {5, 6, 7};
    private static final Reply PAINTED = Reply.of(200, "{\"images\":[\"" + base64(PICTURE) + "\"]}");
    private static final Reply THROTTLED = Reply.error(429, "ThrottlingException", "Too many requests");
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Scene SCENE = new Scene(new byte[] {1, 2, 3}, new byte[] {4, 5, 6}, "a \"quiet\" meadow", 43);

    private Function<Call, Reply> bedrock = call -> PAINTED;
    private final StubServer server = new StubServer(call -> bedrock.apply(call));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void primingSendsEveryRegionARequestThatNobodyPays() {
        bedrock = call -> Reply.error(400, "ValidationException", "Malformed input request");

        model("stability").prime();

        assertThat(server.calls()).extracting(Call::body).containsOnly("{}");
        assertThat(regionsAsked()).containsExactly("us-west-2", "us-east-1", "ap-south-1");
    }

    @Test
    void primingSaysWhichModelCannotBeUsedAndGoesOnToTheOtherRegions() {
        bedrock = call -> region(call).equals("us-west-2")
                ? Reply.error(403, "AccessDeniedException", "You have no access.")
                : Reply.error(400, "ValidationException", "Malformed input request");

        assertThatThrownBy(() -> model("stability").prime())
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining("us-west-2");
        assertThat(regionsAsked()).containsExactly("us-west-2", "us-east-1", "ap-south-1");
    }

    @Test
    void titanIsAskedExactlyLikeThis() {
        assertThat(model("titan").paint(SCENE, 1)).isEqualTo(PICTURE);

        Call call = server.calls().get(0);
        assertThat(call.path()).isEqualTo("/model/amazon.titan-image-generator-v1/invoke");
        assertThat(call.header("Content-Type")).isEqualTo("application/json");
        assertThat(call.body())
                .isEqualTo("{\"taskType\":\"OUTPAINTING\",\"outPaintingParams\":{\"text\":\"a \\\"quiet\\\" meadow\","
                        + "\"image\":\"AQID\",\"maskImage\":\"BAUG\"},"
                        + "\"imageGenerationConfig\":{\"numberOfImages\":1,\"quality\":\"premium\","
                        + "\"cfgScale\":7.5,\"seed\":43}}");
    }

    @Test
    void stabilityIsAskedExactlyLikeThis() {
        bedrock = call ->
                Reply.of(200, "{\"seeds\":[43],\"finish_reasons\":[null],\"images\":[\"" + base64(PICTURE) + "\"]}");

        assertThat(model("stability").paint(SCENE, 1)).isEqualTo(PICTURE);

        assertThat(server.calls().get(0).body())
                .isEqualTo("{\"image\":\"AQID\",\"mask\":\"BAUG\",\"prompt\":\"a \\\"quiet\\\" meadow\",\"seed\":43,"
                        + "\"grow_mask\":0,\"output_format\":\"png\"}");
    }

    @Test
    void whatAnOperatorWishesOfEveryPictureIsAsked() {
        Style style = new Style(Optional.of("text, watermark"), 8, "standard");

        model("titan", style, TIME).paint(SCENE, 1);
        model("stability", style, TIME).paint(SCENE, 1);

        assertThat(server.calls().get(0).body())
                .contains("\"negativeText\":\"text, watermark\"", "\"quality\":\"standard\",\"cfgScale\":8.0,");
        assertThat(server.calls().get(1).body()).contains("\"negative_prompt\":\"text, watermark\"");
    }

    @Test
    void branchesBeginWithRegions1231() {
        ImageModel model = model("titan");

        for (int branch = 1; branch <= 4; branch++) model.paint(SCENE, branch);

        assertThat(regionsAsked()).containsExactly("us-west-2", "us-east-1", "ap-south-1", "us-west-2");
    }

    @Test
    void aThrottlingRegionIsPassedOverAndTheLastWrapsToTheFirst() {
        bedrock = call -> region(call).equals("us-west-2") ? PAINTED : THROTTLED;

        assertThat(model("titan").paint(SCENE, 2)).isEqualTo(PICTURE);

        assertThat(regionsAsked()).containsExactly("us-east-1", "ap-south-1", "us-west-2");
    }

    @Test
    void anOutageIsPassedOver() {
        bedrock = call -> switch (region(call)) {
            case "us-west-2" -> Reply.error(503, "ServiceUnavailableException", "Down");
            case "us-east-1" -> Reply.error(424, "ModelErrorException", "The model stumbled");
            default -> PAINTED;
        };

        assertThat(model("titan").paint(SCENE, 1)).isEqualTo(PICTURE);

        assertThat(server.calls()).hasSize(3); // each region once: the SDK repeats nothing that may be billed
    }

    @Test
    void whenEveryRegionThrottlesTheModelIsBusy() {
        bedrock = call -> THROTTLED;

        assertThatThrownBy(() -> model("titan").paint(SCENE, 1)).isInstanceOf(Busy.class);

        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void aRequestAgainstTheModelsRulesIsRefusedWithItsSentence() {
        bedrock = call -> Reply.error(400, "ValidationException", "This request has been blocked by our filters.");

        assertThatThrownBy(() -> model("titan").paint(SCENE, 1))
                .isInstanceOf(Refused.class)
                .hasMessage("MODEL_REFUSED: This request has been blocked by our filters.");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aPictureThatTitanWithheldIsARefusal() {
        bedrock = call -> Reply.of(200, "{\"images\":[],\"error\":\"The image was blocked by our filters.\"}");

        assertThatThrownBy(() -> model("titan").paint(SCENE, 1))
                .hasMessage("MODEL_REFUSED: The image was blocked by our filters.");
    }

    @Test
    void aPictureThatStabilityFilteredIsARefusalAlthoughTheStatusIs200() {
        bedrock = call -> Reply.of(200, "{\"seeds\":[],\"finish_reasons\":[\"Filter reason: prompt\"],\"images\":[]}");

        assertThatThrownBy(() -> model("stability").paint(SCENE, 1))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("MODEL_REFUSED: ")
                .hasMessageContaining("Filter reason: prompt");
    }

    @Test
    void anInferenceErrorIsNoFilterAndTheNextRegionIsAsked() {
        bedrock = call -> region(call).equals("us-west-2")
                ? Reply.of(200, "{\"finish_reasons\":[\"Inference error\"],\"images\":[]}")
                : PAINTED;

        assertThat(model("stability").paint(SCENE, 1)).isEqualTo(PICTURE);
    }

    @Test
    void aModelWhoseLifeHasEndedIsAnIncidentThatNamesModelAndRegion() {
        bedrock = call ->
                Reply.error(404, "ResourceNotFoundException", "This model version has reached the end of its life.");

        assertThatThrownBy(() -> model("titan").paint(SCENE, 2))
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining("amazon.titan-image-generator-v1")
                .hasMessageContaining("us-east-1")
                .hasMessageContaining("end of its life");
    }

    @Test
    void aModelWithoutPermissionIsAnIncidentThatNamesModelAndRegion() {
        bedrock = call -> Reply.error(403, "AccessDeniedException", "You don't have access to the model.");

        assertThatThrownBy(() -> model("titan").paint(SCENE, 3))
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining("amazon.titan-image-generator-v1")
                .hasMessageContaining("ap-south-1")
                .hasMessageContaining("You don't have access to the model. Subscribe the account to it once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The provided model identifier is invalid.",
                "Invocation of model ID x with on-demand throughput isn\u2019t supported. Retry your request with the ID or"
                        + " ARN of an inference profile that contains this model."
            })
    void aWrongModelIdIsAnIncidentAndNoRefusal(String said) {
        bedrock = call -> Reply.error(400, "ValidationException", said);

        assertThatThrownBy(() -> model("titan").paint(SCENE, 1))
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining("amazon.titan-image-generator-v1")
                .hasMessageContaining("set imageModel");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void anAnswerWithoutAPictureIsAnIncident() {
        bedrock = call -> Reply.of(200, "{\"artifacts\":[]}");

        assertThatThrownBy(() -> model("titan").paint(SCENE, 1)).hasMessageContaining("without a picture");
    }

    @Test
    void anAnswerThatDoesNotComeIsBusyAndNotPaidInTheNextRegionToo() {
        CountDownLatch asleep = new CountDownLatch(1);
        bedrock = call -> {
            try {
                asleep.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return PAINTED;
        };

        assertThatThrownBy(() ->
                        model("titan", Style.USUAL, Duration.ofMillis(300)).paint(SCENE, 1))
                .isInstanceOf(Busy.class);

        asleep.countDown();
        assertThat(regionsAsked()).containsExactly("us-west-2");
    }

    private ImageModel model(String dialect) {
        return model(dialect, Style.USUAL, TIME);
    }

    private ImageModel model(String dialect, Style style, Duration attempt) {
        List<BedrockRegion> regions = Stream.of("us-west-2", "us-east-1", "ap-south-1")
                .map(region -> new BedrockRegion(
                        region,
                        "amazon.titan-image-generator-v1",
                        attempt,
                        BedrockRuntimeClient.builder()
                                .endpointOverride(server.url())
                                .credentialsProvider(
                                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))))
                .toList();
        return new BedrockImageModel(Dialect.named(dialect, style), regions);
    }

    private List<String> regionsAsked() {
        return server.calls().stream().map(BedrockImageModelTest::region).toList();
    }

    /** The region a request was signed for: {@code Credential=id/day/region/bedrock/aws4_request}. */
    private static String region(Call call) {
        return call.header("Authorization").split("/", -1)[2];
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
