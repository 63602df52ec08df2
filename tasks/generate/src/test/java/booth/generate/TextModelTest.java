package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.Environment;
import booth.core.Busy;
import booth.core.Refused;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.generate.TextToImageModel.Wish;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** What goes over the wire for pictures of texts, and what is made of the answers. */
class TextModelTest {
    private static final byte[] PICTURE = {5, 6, 7};
    private static final String BASE64 = Base64.getEncoder().encodeToString(PICTURE);
    private static final Reply DIFFUSED =
            Reply.of(200, "{\"generated_images\":[\"" + BASE64 + "\"],\"prompt\":\"a garden\"}");
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));

    private Function<Call, Reply> service = call -> DIFFUSED;
    private final StubServer server = new StubServer(call -> service.apply(call));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anEndpointIsAskedExactlyLikeThis() {
        assertThat(endpoints("sd-1").paint(wish(1280, 800, Optional.empty()))).isEqualTo(PICTURE);

        Call call = server.calls().get(0);
        assertThat(call.path()).isEqualTo("/endpoints/sd-1/invocations");
        assertThat(call.header("Content-Type")).isEqualTo("application/json");
        assertThat(call.body())
                .isEqualTo("{\"prompt\":\"a garden\",\"width\":1280,\"height\":800,\"num_images_per_prompt\":1,"
                        + "\"num_inference_steps\":50,\"guidance_scale\":7.5,\"seed\":43}");
    }

    @Test
    void anEndpointIsAskedForMultiplesOfEight() {
        endpoints("sd-1").paint(wish(1001, 799, Optional.of("glasses")));

        assertThat(server.calls().get(0).body())
                .contains("\"width\":1008,\"height\":800,", "\"negative_prompt\":\"glasses\"");
    }

    @Test
    void stabilityIsAskedExactlyLikeThis() {
        service = call -> Reply.of(200, "{\"seeds\":[43],\"finish_reasons\":[null],\"images\":[\"" + BASE64 + "\"]}");

        assertThat(bedrock(new StabilityTextDialect()).paint(wish(1280, 800, Optional.of("glasses"))))
                .isEqualTo(PICTURE);

        Call call = server.calls().get(0);
        assertThat(call.path()).isEqualTo("/model/a-model/invoke");
        assertThat(call.body())
                .isEqualTo("{\"prompt\":\"a garden\",\"negative_prompt\":\"glasses\",\"aspect_ratio\":\"3:2\","
                        + "\"seed\":43,\"output_format\":\"png\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "1280,800,3:2",
        "800,1280,2:3",
        "512,512,1:1",
        "1920,1080,16:9",
        "1080,1920,9:16",
        "1024,768,5:4",
        "768,512,3:2",
        "1024,600,16:9",
        "2048,800,21:9",
        "800,2048,9:21",
        "800,1000,4:5"
    })
    void stabilityIsAskedForTheNearestProportion(int width, int height, String ratio) {
        assertThat(new String(new StabilityTextDialect().request(wish(width, height, Optional.empty()))))
                .contains("\"aspect_ratio\":\"" + ratio + "\"");
    }

    @Test
    void ofStabilityASeedOfZeroWouldMeanAny() {
        Wish zero = new Wish("a", Optional.empty(), 64, 64, 0, Optional.empty());

        assertThat(new String(new StabilityTextDialect().request(zero))).contains("\"seed\":1,");
    }

    @Test
    void titanIsAskedExactlyLikeThis() {
        service = call -> Reply.of(200, "{\"images\":[\"" + BASE64 + "\"],\"error\":null}");

        assertThat(bedrock(new TitanTextDialect(Style.USUAL)).paint(wish(512, 512, Optional.of("glasses"))))
                .isEqualTo(PICTURE);

        assertThat(server.calls().get(0).body())
                .isEqualTo("{\"taskType\":\"TEXT_IMAGE\",\"textToImageParams\":{\"text\":\"a garden\","
                        + "\"negativeText\":\"glasses\"},\"imageGenerationConfig\":{\"numberOfImages\":1,"
                        + "\"quality\":\"premium\",\"cfgScale\":7.5,\"width\":512,\"height\":512,\"seed\":43}}");
    }

    @ParameterizedTest
    @CsvSource({
        "1280,800,1280,768", // none of that proportion holds it: the largest
        "800,1280,768,1280",
        "600,360,640,384", // the smaller one of two holds it
        "2000,2000,1024,1024"
    })
    void titanIsAskedForTheNearestOfItsSizes(int width, int height, int wide, int tall) {
        assertThat(new String(new TitanTextDialect(Style.USUAL).request(wish(width, height, Optional.empty()))))
                .contains("\"width\":" + wide + ",\"height\":" + tall);
    }

    @Test
    void endpointsTakeTurns() {
        TextToImageModel model = endpoints("a", "b", "c");

        for (int i = 0; i < 4; i++) model.paint(wish(64, 64, Optional.empty()));

        assertThat(asked()).containsExactly("a", "b", "c", "a");
    }

    @ParameterizedTest
    @CsvSource({"429,ThrottlingException", "429,ModelNotReadyException", "503,ServiceUnavailable"})
    void whereOneIsBusyTheNextIsAsked(int status, String type) {
        service = call -> call.path().contains("/a/") ? Reply.error(status, type, "Not now") : DIFFUSED;

        assertThat(endpoints("a", "b").paint(wish(64, 64, Optional.empty()))).isEqualTo(PICTURE);

        assertThat(asked()).containsExactly("a", "b");
    }

    @Test
    void whereAContainerStumblesTheNextIsAsked() {
        service = call -> call.path().contains("/a/") ? container(500) : DIFFUSED;

        assertThat(endpoints("a", "b").paint(wish(64, 64, Optional.empty()))).isEqualTo(PICTURE);
    }

    /** After its 60 s the service gives up, and the container paints on. */
    @ParameterizedTest
    @ValueSource(ints = {0, 504})
    void whereOneMayBePaintingNobodyElseIsAsked(int status) {
        service = call -> container(status);

        assertThatThrownBy(() -> endpoints("a", "b").paint(wish(64, 64, Optional.empty())))
                .isInstanceOf(Busy.class);

        assertThat(asked()).containsExactly("a");
    }

    @Test
    void whereAllAreBusySoIsTheModel() {
        service = call -> Reply.error(429, "ThrottlingException", "Not now");

        assertThatThrownBy(() -> endpoints("a", "b").paint(wish(64, 64, Optional.empty())))
                .isInstanceOf(Busy.class);

        assertThat(asked()).containsExactly("a", "b");
    }

    @Test
    void whatTheContainerRefusesIsRefused() {
        service = call -> container(400);

        assertThatThrownBy(() -> endpoints("a", "b").paint(wish(64, 64, Optional.empty())))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("MODEL_REFUSED");
        assertThat(asked()).containsExactly("a");
    }

    @Test
    void anEndpointThatIsNotThereCannotBeUsedUntilSomebodyMendsIt() {
        service = call -> Reply.error(400, "ValidationError", "Endpoint a of account 1 not found.");

        assertThatThrownBy(() -> endpoints("a").paint(wish(64, 64, Optional.empty())))
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining("not found");
    }

    @Test
    void whatStabilityWithholdsIsRefused() {
        service = call -> Reply.of(200, "{\"seeds\":[1],\"finish_reasons\":[\"Filter reason: prompt\"],\"images\":[]}");

        assertThatThrownBy(() -> bedrock(new StabilityTextDialect()).paint(wish(64, 64, Optional.empty())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Filter reason: prompt");
    }

    @Test
    void configurationThatCannotWorkIsSaidAtTheStart() {
        assertThatThrownBy(() -> TextModels.from(new Environment(Map.of("GARDEN_DIALECT", "dall-e"))))
                .hasMessageContaining("GARDEN_DIALECT");
        assertThatThrownBy(() -> TextModels.from(new Environment(Map.of("GARDEN_REGIONS", ","))))
                .hasMessageContaining("GARDEN_REGIONS");
    }

    private static Reply container(int status) {
        return new Reply(
                424,
                Map.of("x-amzn-ErrorType", "ModelError"),
                "{\"OriginalStatusCode\":" + status + ",\"Message\":\"Received an error from primary\"}");
    }

    private TextToImageModel endpoints(String... names) {
        URI url = server.url();
        SageMakerRuntimeClient client = TextModels.client(
                SageMakerRuntimeClient.builder()
                        .endpointOverride(url)
                        .region(Region.US_WEST_2)
                        .credentialsProvider(CREDENTIALS),
                Duration.ofSeconds(10));
        return new PlacedTextModel(
                new StableDiffusionDialect(),
                new ModelPlaces(
                        "none",
                        Stream.of(names)
                                .map(name -> new SageMakerEndpoint(client, name))
                                .toList()));
    }

    private TextToImageModel bedrock(TextDialect dialect) {
        BedrockRegion region = new BedrockRegion(
                "us-west-2",
                "a-model",
                Duration.ofSeconds(10),
                BedrockRuntimeClient.builder().endpointOverride(server.url()).credentialsProvider(CREDENTIALS));
        return new PlacedTextModel(dialect, new ModelPlaces("none", List.of(region)));
    }

    private List<String> asked() {
        return server.calls().stream()
                .map(call -> call.path().split("/", -1)[2])
                .toList();
    }

    private static Wish wish(int width, int height, Optional<String> negative) {
        return new Wish("a garden", negative, width, height, 43, Optional.empty());
    }
}
