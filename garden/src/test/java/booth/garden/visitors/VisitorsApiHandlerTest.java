package booth.garden.visitors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Busy;
import booth.core.access.BoothKeys;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.InMemoryObjectStore;
import booth.core.watching.ChangeEvent;
import booth.core.watching.ChangePublisher;
import booth.core.watching.ChannelMessage;
import booth.http.Access;
import booth.http.Api;
import booth.http.Cors;
import booth.http.OpenApi;
import booth.http.Operations;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitorsApiHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final String key = new BoothKeys(store).issue("hall", 600, NOW).secret();
    private final List<ChannelMessage> calledOut = new ArrayList<>();
    private ChangePublisher publisher = event -> event.calledOut().ifPresentOrElse(calledOut::add, () -> {
        throw new AssertionError("Only channels are spoken to, not " + event);
    });

    @Test
    void theRepresentativesThatArePaintedAreShown() {
        store.write("dashboard/weman.png", new byte[1]);

        JsonNode inner = inner(post("/representative", ""));

        assertThat(UUID.fromString(inner.path("request_id").asText())).isNotNull();
        assertThat(inner.path("generated_urls")).hasSize(1);
        assertThat(inner.path("generated_urls").isArray()).isTrue();
        assertThat(inner.path("generated_urls").get(0).asText()).isEqualTo("https://link/dashboard/weman.png");
    }

    @Test
    void beforeTheFirstIsPaintedThereIsNone() {
        assertThat(inner(post("/representative", "")).path("generated_urls")).isEmpty();
    }

    @Test
    void whoComesIsGreetedAndWhoGoesIsToldGoodbye() {
        JsonNode inner = inner(post("/redis", "{\"userId\": \"Ada\", \"state\": \"start-photo\", \"query\": \"x\"}"));
        post("/redis", "{\"userId\": \"Ada\", \"state\": \"end-photo\"}");

        assertThat(inner).isEqualTo(VisitorsFixture.json("{\"userId\": \"Ada\", \"state\": \"start-photo\"}"));
        assertThat(calledOut)
                .extracting(said -> said.channel() + " " + said.state() + " "
                        + said.message().orElse(""))
                .containsExactly("booth:public start-photo Welcome, Ada!", "booth:public end-photo Goodbye, Ada!");
        assertThat(calledOut).extracting(ChannelMessage::sentAt).containsOnly(NOW);
    }

    @Test
    void aGameBeginsAndEnds() {
        post("/redis", "{\"userId\": \"Ada\", \"state\": \"start\"}");
        post("/redis", "{\"userId\": \"Ada\", \"state\": \"end\"}");

        assertThat(calledOut).extracting(ChannelMessage::state).containsExactly("start", "end");
    }

    @Test
    void theHolderOfAKeyBroadcastsToItsOwnBooth() {
        APIGatewayV2HTTPResponse answer =
                keyed("/redis", "{\"userId\": \"Ada\", \"state\": \"broadcast\", \"message\": \"점심 시간입니다\"}");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(calledOut).singleElement().satisfies(said -> {
            assertThat(said.channel()).hasToString("booth:hall");
            assertThat(said.message()).contains("점심 시간입니다");
        });
    }

    @Test
    void nobodyElseChoosesTheWordsOthersRead() {
        assertProblem(
                401,
                "UNAUTHORIZED",
                post("/redis", "{\"userId\": \"Ada\", \"state\": \"broadcast\", \"message\": \"Buy!\"}"));
        post("/redis", "{\"userId\": \"Ada\", \"state\": \"start-photo\", \"message\": \"Buy!\"}");

        assertThat(calledOut).extracting(said -> said.message().orElse("")).containsExactly("Welcome, Ada!");
    }

    @Test
    void wordsHaveALengthAndNothingHiddenInThem() {
        for (String words : List.of("", "   ", "a".repeat(501), "bell\\u0007", "half \\ud800"))
            assertProblem(
                    400,
                    "INVALID_MESSAGE",
                    keyed("/redis", "{\"userId\": \"Ada\", \"state\": \"broadcast\", \"message\": \"" + words + "\"}"));
        assertProblem(400, "INVALID_MESSAGE", keyed("/redis", "{\"userId\": \"Ada\", \"state\": \"broadcast\"}"));
        assertThat(calledOut).isEmpty();
    }

    @Test
    void whatIsNoGreetingIsToldSo() {
        assertProblem(400, "INVALID_STATE", post("/redis", "{\"userId\": \"Ada\", \"state\": \"dance\"}"));
        assertProblem(400, "INVALID_ID", post("/redis", "{\"userId\": \"<b>\", \"state\": \"start-photo\"}"));
        assertProblem(400, "INVALID_BODY", post("/redis", "{\"state\": \"start-photo\"}"));
        assertProblem(400, "INVALID_BODY", post("/redis", "?"));
    }

    @Test
    void aDeviceIsToldATextACommandOrAScore() {
        APIGatewayV2HTTPResponse answer = control("\"type\": \"text\", \"message\": \"Hi\"");
        control("\"type\": \"commend\", \"commend\": \"{\\\"move\\\":\\\"left\\\"}\"");
        control("\"type\": \"rate\", \"score\": \"5\"");

        assertThat(answer.getBody()).isEqualTo("{\"statusCode\":200,\"info\":\"{\\\"result\\\":\\\"success\\\"}\"}");
        assertThat(calledOut)
                .extracting(said -> said.channel() + " " + said.state() + " "
                        + said.message().orElse(""))
                .containsExactly("guest:u-1 text Hi", "guest:u-1 commend {\"move\":\"left\"}", "guest:u-1 score 5");
    }

    @Test
    void whatNoDeviceUnderstandsIsRefused() {
        assertProblem(400, "INVALID_SCORE", control("\"type\": \"rate\", \"score\": \"6\""));
        assertProblem(400, "INVALID_SCORE", control("\"type\": \"rate\""));
        assertProblem(400, "INVALID_MESSAGE", control("\"type\": \"commend\", \"commend\": \"left\""));
        assertProblem(400, "INVALID_MESSAGE", control("\"type\": \"text\""));
        assertThat(calledOut).isEmpty();
    }

    @Test
    void aChannelTakesSoManyMessagesAMinuteAndOthersAreNotHeldUp() {
        VisitorsApiHandler handler = handler();
        String greeting = "{\"userId\": \"Ada\", \"state\": \"start-photo\"}";
        for (int i = 0; i < Screens.PER_CHANNEL; i++)
            assertThat(post(handler, "/redis", greeting, Map.of()).getStatusCode())
                    .isEqualTo(200);

        APIGatewayV2HTTPResponse more = post(handler, "/redis", greeting, Map.of());

        assertProblem(429, "RATE_EXCEEDED", more);
        assertThat(more.getHeaders()).containsKey("retry-after");
        assertThat(post(handler, "/redis", greeting, Map.of("authorization", "Bearer " + key))
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void whenNothingGetsThroughTheCallerIsTold() {
        publisher = event -> {
            throw new Busy("SQS is busy", new IllegalStateException());
        };

        assertProblem(503, "BUSY", post("/redis", "{\"userId\": \"Ada\", \"state\": \"start-photo\"}"));
    }

    @Test
    void theSubjectOfAChannelFitsTheNameOfAGroup() {
        control("\"type\": \"rate\", \"score\": \"5\"");

        ChangeEvent event = ChangeEvent.calledOut(calledOut.get(0));
        assertThat(event.subject()).hasSizeLessThanOrEqualTo(128).matches("[a-z0-9-]+");
        assertThat(event.jobId()).isEmpty();
    }

    private APIGatewayV2HTTPResponse control(String fields) {
        return post("/control", "{" + fields + ", \"user_id\": \"u-1\", \"request_id\": \"r-1\"}");
    }

    private APIGatewayV2HTTPResponse post(String path, String body) {
        return post(handler(), path, body, Map.of());
    }

    private APIGatewayV2HTTPResponse keyed(String path, String body) {
        return post(handler(), path, body, Map.of("Authorization", "Bearer " + key));
    }

    private VisitorsApiHandler handler() {
        OpenApi openApi =
                OpenApi.load("/garden-openapi.json").where(route -> route.tag().equals(VisitorsRoutes.TAG));
        VisitorsRoutes routes = new VisitorsRoutes(
                store, name -> "https://link/" + name, new Screens(event -> publisher.publish(event), () -> NOW));
        return new VisitorsApiHandler(new Api(
                openApi,
                new Operations(openApi, routes.operations()),
                new Access(new BoothKeys(store), () -> NOW),
                Cors.of(""),
                new JsonLog(line -> {})));
    }

    private static APIGatewayV2HTTPResponse post(
            VisitorsApiHandler handler, String path, String body, Map<String, String> headers) {
        return handler.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRawPath(path)
                        .withHeaders(headers)
                        .withBody(Base64.getEncoder().encodeToString(body.getBytes(UTF_8)))
                        .withIsBase64Encoded(true)
                        .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                        .withMethod("POST")
                                        .withSourceIp("192.0.2.1")
                                        .build())
                                .build())
                        .build(),
                NoContext.get());
    }

    private static JsonNode inner(APIGatewayV2HTTPResponse answer) {
        JsonNode envelope = VisitorsFixture.json(answer.getBody());
        assertThat(envelope.path("statusCode").asInt()).isEqualTo(200);
        assertThat(envelope).hasSize(2);
        return VisitorsFixture.json(envelope.path("body").textValue());
    }

    private static void assertProblem(int status, String code, APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(VisitorsFixture.json(answer.getBody()).path("code").asText()).isEqualTo(code);
    }
}
