package booth.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.Clients;
import booth.core.Busy;
import booth.core.Json;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.PixelRect;
import booth.core.job.InMemoryObjectStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;

class SageMakerSegmenterTest {
    private static final Box BOX = new Box(10, 20, 110.5, 60);

    private Function<Call, Reply> answers = call -> mask(1024, 64);
    private final StubServer server = new StubServer(call -> answers.apply(call));
    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final StoredFrame frame = new StoredFrame(store, "photo/x/frame.png");

    @BeforeEach
    void storeFrame() {
        store.write(frame.key(), ImageBytes.png(new BufferedImage(1024, 64, BufferedImage.TYPE_INT_RGB)));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theEndpointSeesThePictureAndTheBox() throws JsonProcessingException {
        segmenter("sam").segment(frame, BOX);

        Call call = server.calls().get(0);
        JsonNode body = Json.MAPPER.readTree(call.body());
        assertThat(call.path()).isEqualTo("/endpoints/sam/invocations");
        assertThat(call.header("Content-Type")).isEqualTo("application/json");
        assertThat(body.fieldNames()).toIterable().containsExactly("encode_image", "input_box");
        assertThat(Base64.getDecoder().decode(body.path("encode_image").asText()))
                .isEqualTo(store.read(frame.key()));
        assertThat(body.path("input_box").toString()).isEqualTo("[10.0,20.0,110.5,60.0]");
    }

    @Test
    void whatIsBlackInTheAnswerIsKept() {
        Mask mask = segmenter("sam").segment(frame, BOX);

        assertThat(mask).isEqualTo(face(1024, 64));
    }

    @Test
    void endpointsTakeTurns() {
        SageMakerSegmenter segmenter = segmenter(" sam-1, sam-2,sam-3 ,");

        for (int i = 0; i < 4; i++) segmenter.segment(frame, BOX);

        assertThat(server.calls())
                .extracting(Call::path)
                .containsExactly(
                        "/endpoints/sam-1/invocations",
                        "/endpoints/sam-2/invocations",
                        "/endpoints/sam-3/invocations",
                        "/endpoints/sam-1/invocations");
    }

    @Test
    void aMaskOfAnotherSizeIsAnIncidentThatNamesBoth() {
        answers = call -> mask(640, 64);

        assertThatThrownBy(() -> segmenter("sam").segment(frame, BOX))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("640×64")
                .hasMessageContaining("photo/x/frame.png of 1024×64");
    }

    @ParameterizedTest
    @CsvSource({
        "429, ModelNotReadyException",
        "503, ServiceUnavailable",
        "500, InternalFailure",
        "400, ThrottlingException",
    })
    void whatPassesIsBusy(int status, String error) {
        answers = call -> Reply.error(status, error, "later");

        assertThatThrownBy(() -> segmenter("sam").segment(frame, BOX)).isInstanceOf(Busy.class);
    }

    @Test
    void aContainerThatFailsMayRecoverButOneThatDeclinesWillNot() {
        answers = call -> modelError(507);
        assertThatThrownBy(() -> segmenter("sam").segment(frame, BOX))
                .isInstanceOf(Busy.class)
                .hasMessageContaining("sam");

        answers = call -> modelError(400);
        assertThatThrownBy(() -> segmenter("sam").segment(frame, BOX)).isInstanceOf(ModelErrorException.class);
    }

    @Test
    void anAnswerThatIsNoneIsAnIncidentThatNamesTheEndpoint() {
        answers = call -> Reply.of(200, "{\"image\":\"\"}");

        assertThatThrownBy(() -> segmenter("sam").segment(frame, BOX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endpoint sam");
    }

    @Test
    void aListWithoutANameIsAnIncident() {
        assertThatThrownBy(() -> segmenter(" , ")).hasMessageContaining("SAM_ENDPOINT");
    }

    private SageMakerSegmenter segmenter(String endpoints) {
        return new SageMakerSegmenter(
                Clients.build(
                        SageMakerRuntimeClient.builder()
                                .endpointOverride(server.url())
                                .region(Region.US_EAST_1)
                                .credentialsProvider(
                                        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))),
                        Duration.ofSeconds(5)),
                endpoints);
    }

    private static Reply modelError(int status) {
        Reply error = Reply.error(424, "ModelError", "the container said no");
        return new Reply(424, error.headers(), "{\"OriginalStatusCode\":" + status + ",\"Message\":\"no\"}");
    }

    private static Reply mask(int width, int height) {
        BufferedImage rgb = ImageBytes.rgb(face(width, height).toImage());
        return Reply.of(200, "{\"mask_image\":\"" + Base64.getEncoder().encodeToString(ImageBytes.png(rgb)) + "\"}");
    }

    private static Mask face(int width, int height) {
        Mask mask = new Mask(width, height);
        mask.keep(new PixelRect(12, 22, 100, 58));
        return mask;
    }
}
