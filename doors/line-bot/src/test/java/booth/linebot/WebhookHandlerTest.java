package booth.linebot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.function.KeepReady;
import booth.core.function.NoContext;
import booth.core.job.InMemoryObjectStore;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHandlerTest {
    private record Queued(String chat, String id, String event) {}

    private final List<Queued> queue = new ArrayList<>();
    private final WebhookHandler handler = new WebhookHandler(
            new Webhook(LineFixture.SECRET, (chat, id, event) -> queue.add(new Queued(chat, id, event))),
            new InMemoryObjectStore(),
            new PictureLinks(key -> key, "", LineFixture.SECRET, () -> LineFixture.NOW));

    private final String body = "{\"destination\":\"U1\",\"events\":[" + Events.text("1", Events.alone(), "호랑이") + ","
            + Events.image("2", Events.inGroup()) + "]}";

    @ParameterizedTest
    @ValueSource(strings = {"X-Line-Signature", "x-line-signature", "X-LINE-SIGNATURE"})
    void whatLineHasSignedIsAnsweredAtOnceWithNothingAndItsEventsWait(String header) throws Exception {
        APIGatewayV2HTTPResponse answer = post(body, Map.of(header, signature(body)), false);

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).isEmpty();
        assertThat(queue).extracting(Queued::id).containsExactly("event-1", "event-2");
        assertThat(queue.get(0).event()).contains("호랑이");
        assertThat(queue.get(0).chat())
                .isNotEqualTo(queue.get(1).chat())
                .hasSize(64)
                .doesNotContain(Events.USER);
    }

    @Test
    void aBodyInBase64IsCheckedAsTheBytesItStandsFor() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(body.getBytes(UTF_8));

        assertThat(post(base64, Map.of("x-line-signature", signature(body)), true)
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(queue).hasSize(2);
    }

    @Test
    void whatLineHasNotSignedIsRefused() throws Exception {
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                Map.of("x-line-signature", ""),
                Map.of("x-line-signature", "no Base64 at all!"),
                Map.of("x-line-signature", signature(body + " ")))) {
            APIGatewayV2HTTPResponse answer = post(body, headers, false);

            assertThat(answer.getStatusCode()).isEqualTo(403);
            assertThat(answer.getBody()).isEqualTo("Error");
        }
        assertThat(queue).isEmpty();
    }

    @Test
    void whatIsSignedButNoJsonIsRefused() throws Exception {
        assertThat(post("{", Map.of("x-line-signature", signature("{")), false).getStatusCode())
                .isEqualTo(403);
    }

    @Test
    void theConsolesCheckOfTheAddressHasNoEvents() throws Exception {
        String empty = "{\"destination\":\"U1\",\"events\":[]}";

        assertThat(post(empty, Map.of("x-line-signature", signature(empty)), false)
                        .getStatusCode())
                .isEqualTo(200);
    }

    /** The queue takes two of the same id for one. */
    @Test
    void aRedeliveredEventHasTheIdOfTheFirst() throws Exception {
        post(body, Map.of("x-line-signature", signature(body)), false);
        String again = body.replace("\"isRedelivery\":false", "\"isRedelivery\":true");
        post(again, Map.of("x-line-signature", signature(again)), false);

        assertThat(queue.stream().map(Queued::id).distinct()).hasSize(2);
        assertThat(queue).hasSize(4);
    }

    @Test
    void whatKeepsItReadyMeansNothing() {
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withRequestContext(
                        RequestContext.builder().withRouteKey(KeepReady.MARK).build())
                .build();

        assertThat(handler.handleRequest(event, NoContext.get()).getStatusCode())
                .isZero();
        assertThat(queue).isEmpty();
    }

    private APIGatewayV2HTTPResponse post(String body, Map<String, String> headers, boolean base64) {
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withRawPath("/line/webhook")
                .withRequestContext(RequestContext.builder()
                        .withRouteKey("POST /line/webhook")
                        .build())
                .withHeaders(headers)
                .withBody(body)
                .withIsBase64Encoded(base64)
                .build();
        return handler.handleRequest(event, NoContext.get());
    }

    private static String signature(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(LineFixture.SECRET.getBytes(UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
    }
}
