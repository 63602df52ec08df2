package booth.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.emulator.signing.Signatures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WireServerTest {
    private static final WireServer SERVER = new WireServer(
            0,
            List.of(new Echo()),
            List.of(new Greeter()),
            List.of(routes -> routes.post("/models/{id}", request -> {
                if (request.pathParam("id").equals("none"))
                    throw new ServiceError(404, "ModelNotFound", "No such model.");
                if (request.pathParam("id").equals("broken")) throw new IllegalStateException("a bug");
                request.result(request.pathParam("id"));
            })));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void jsonAnswersInTheVersionOfTheRequest() throws Exception {
        HttpResponse<String> answer = json("Echo.Repeat", "{\"a\": [1, 2]}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"a\":[1,2]}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.1");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    }

    @Test
    void whoComesBeforeEverythingIsThereIsAskedToComeAgain() throws Exception {
        StartGate gate = new StartGate();
        try (WireServer server = new WireServer(
                0,
                new Gate(Signatures.ANYBODYS),
                List.of(new Echo()),
                List.of(),
                List.of(),
                Map.of(),
                PublicService.NOBODY,
                gate)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/anything"))
                    .build();

            HttpResponse<String> early = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            gate.open();
            HttpResponse<String> later = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.headers().firstValue("Retry-After")).contains("1");
            assertThat(early.body()).isEqualTo(StartGate.REASON + "\n");
            assertThat(later.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void jsonErrorsCarryTheirTypeInBodyAndHeader() throws Exception {
        HttpResponse<String> answer = json("Echo.Refuse", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"__type\":\"TooLoud\",\"message\":\"Say it softer.\"}");
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("TooLoud");
    }

    @Test
    void unknownOperationsAreNamed() throws Exception {
        assertThat(json("Echo.Sing", "{}").body()).contains("UnknownOperationException", "Sing");
        assertThat(json("Nobody.Home", "{}").body()).contains("UnknownOperationException", "Nobody.Home");
    }

    @Test
    void whatIsNoJsonObjectIsRefused() throws Exception {
        assertThat(json("Echo.Repeat", "{\"a\":").body()).contains("SerializationException");
        assertThat(json("Echo.Repeat", "[1]").body()).contains("SerializationException");
    }

    @Test
    void aPictureOfThirtyMegabytesPasses() throws Exception {
        String picture = "A".repeat(40 << 20);

        HttpResponse<String> answer = json("Echo.Measure", "{\"Bytes\":\"" + picture + "\"}");

        assertThat(answer.body()).isEqualTo("{\"length\":" + picture.length() + "}");
    }

    @Test
    void queryAnswersXmlWithTheEscapedResult() throws Exception {
        HttpResponse<String> answer = query("Action=Greet&Version=2010-03-31&Name=Ann+%26+%3CBob%3E");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith(
                        "<GreetResponse xmlns=\"urn:greeter\"><GreetResult><Text>Hello Ann &amp; &lt;Bob&gt;</Text></GreetResult>")
                .contains("<ResponseMetadata><RequestId>");
    }

    @Test
    void queryErrorsAreXmlToo() throws Exception {
        assertThat(query("Action=Greet").body())
                .startsWith("<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameter</Code>"
                        + "<Message>Whom?</Message></Error><RequestId>");
        assertThat(query("Action=Sing").body()).contains("<Code>InvalidAction</Code>");
        assertThat(query("").body()).contains("<Code>MissingAction</Code>");
    }

    @Test
    void restErrorsCarryTypeAndStatus() throws Exception {
        HttpResponse<String> answer = post("/models/none", "", Map.of());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("ModelNotFound");
        assertThat(answer.body()).isEqualTo("{\"message\":\"No such model.\"}");
        assertThat(post("/models/a", "", Map.of()).body()).isEqualTo("a");
    }

    @Test
    void aBugIsTheServersFault() throws Exception {
        HttpResponse<String> answer = post("/models/broken", "", Map.of());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("a bug");
    }

    @Test
    void aPathThatIsNobodysIsAnUnknownOperation() throws Exception {
        HttpResponse<String> answer = post("/nowhere", "", Map.of());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("POST /nowhere");
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> new WireServer(SERVER.port(), List.of(), List.of(), List.of()).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Port " + SERVER.port() + " of 127.0.0.1 is taken");
    }

    private static HttpResponse<String> json(String target, String body) throws IOException, InterruptedException {
        return post("/", body, Map.of("X-Amz-Target", target, "Content-Type", "application/x-amz-json-1.1"));
    }

    private static HttpResponse<String> query(String form) throws IOException, InterruptedException {
        return post("/", form, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    private static HttpResponse<String> post(String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static final class Echo implements JsonService {
        @Override
        public String target() {
            return "Echo";
        }

        @Override
        public JsonNode call(String action, JsonNode input) {
            return switch (action) {
                case "Repeat" -> input;
                case "Measure" ->
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("length", input.path("Bytes").asText().length());
                case "Refuse" -> throw ServiceError.badRequest("TooLoud", "Say it softer.");
                default -> throw ServiceError.unknownOperation(action);
            };
        }
    }

    private static final class Greeter implements QueryService {
        @Override
        public Set<String> actions() {
            return Set.of("Greet");
        }

        @Override
        public String namespace() {
            return "urn:greeter";
        }

        @Override
        public String call(String action, Map<String, String> parameters) {
            String name = parameters.get("Name");
            if (name == null) throw ServiceError.badRequest("InvalidParameter", "Whom?");
            return Xml.element("Text", "Hello " + name);
        }
    }
}
