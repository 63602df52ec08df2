package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.StubServer;
import booth.core.StubServer.Reply;
import booth.generate.ImageModel.Scene;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** A picture whose answer was lost on its way may have been painted, and whoever asks the next region pays twice. */
class LostAnswerTest {
    private static final Scene SCENE = new Scene(new byte[] {1}, new byte[] {2}, "a meadow", 43);
    private static final Reply PAINTED = Reply.of(200, "{\"images\":[\"BQYH\"]}");
    private static final byte[] PICTURE = {5, 6, 7};
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String PART = "{\"images\":[\"BQYH";

    static Stream<RawServer.Fate> losses() {
        return Stream.of(
                RawServer.saying(HEAD + "Content-Length: 5000\r\n\r\n" + PART),
                RawServer.resetAfter(HEAD + "Content-Length: 5000\r\n\r\n" + PART),
                RawServer.saying(HEAD + "Transfer-Encoding: chunked\r\n\r\nf\r\n" + PART + "\r\n"),
                RawServer.saying(HEAD + "Connection: close\r\n\r\n" + PART),
                RawServer.saying(HEAD),
                RawServer.saying(""),
                RawServer.resetAfter(""));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void anAnswerThatBreaksOffIsBusyAndAskedOfNobodyElse(RawServer.Fate loss) throws IOException {
        try (RawServer server = new RawServer(loss)) {
            ImageModel model = model(server.url(), server.url());

            assertThatThrownBy(() -> model.paint(SCENE, 1)).isInstanceOf(Busy.class);

            assertThat(server.regions()).containsExactly("us-west-2");
        }
    }

    @ParameterizedTest
    @CsvSource({"408,ModelTimeoutException", "500,InternalServerException", "502,BadGateway", "504,GatewayTimeout"})
    void anErrorThatLeavesItOpenIsAskedOfNobodyElse(int status, String type) {
        try (StubServer server = new StubServer(call -> Reply.error(status, type, "Something went wrong"))) {
            ImageModel model = model(server.url(), server.url());

            assertThatThrownBy(() -> model.paint(SCENE, 1)).isInstanceOf(Busy.class);

            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whoIsTurnedAwayAsksTheNextRegion(int status) {
        try (StubServer shut = new StubServer(call -> Reply.error(status, "Whatever", "Not now"));
                StubServer open = new StubServer(call -> PAINTED)) {
            assertThat(model(shut.url(), open.url()).paint(SCENE, 1)).isEqualTo(PICTURE);
        }
    }

    @Test
    void aConnectionThatIsRefusedHasCostNothing() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (StubServer open = new StubServer(call -> PAINTED)) {
            assertThat(model(nobody, open.url()).paint(SCENE, 1)).isEqualTo(PICTURE);
        }
    }

    @Test
    void aHostThatNobodyKnowsHasCostNothing() {
        try (StubServer open = new StubServer(call -> PAINTED)) {
            assertThat(model(URI.create("http://nowhere.invalid"), open.url()).paint(SCENE, 1))
                    .isEqualTo(PICTURE);
        }
    }

    private static ImageModel model(URI first, URI second) {
        List<BedrockRegion> regions = Arrays.asList(region("us-west-2", first), region("us-east-1", second));
        return new BedrockImageModel(Dialect.named("titan", Style.USUAL), regions);
    }

    private static BedrockRegion region(String name, URI endpoint) {
        return new BedrockRegion(
                name,
                "amazon.titan-image-generator-v1",
                Duration.ofSeconds(10),
                BedrockRuntimeClient.builder()
                        .endpointOverride(endpoint)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"))));
    }
}
