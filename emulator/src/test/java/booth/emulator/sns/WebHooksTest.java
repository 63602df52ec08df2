package booth.emulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Web hooks are asked first, and tried again. */
class WebHooksTest extends OnSns {
    @Test
    void aWebHookGetsMessagesOnceItHasConfirmed() {
        try (WebHook hook = new WebHook()) {
            subscribe("http", hook.url(), Map.of());
            await().until(() -> hook.bodies.size() == 1);
            sns.publish(publish -> publish.topicArn(topic).message("too early"));
            assertThat(list().get(0).subscriptionArn()).isEqualTo("PendingConfirmation");

            visit(hook.bodies.get(0).path("SubscribeURL").textValue());
            sns.publish(publish -> publish.topicArn(topic).message("in time"));

            await().until(() -> hook.bodies.size() == 2);
            assertThat(hook.bodies.get(1).path("Message").textValue()).isEqualTo("in time");
            assertThat(list().get(0).subscriptionArn()).startsWith(topic + ":");
        }
    }

    @Test
    void aWebHookThatStumblesIsTriedAgain() {
        try (WebHook hook = new WebHook()) {
            hook.refusals = 1;
            subscribe("http", hook.url(), Map.of());

            await().until(() -> hook.bodies.size() == 1);
            assertThat(hook.bodies.get(0).path("Type").textValue()).isEqualTo("SubscriptionConfirmation");
        }
    }

    @Test
    void whatCouldNotBeDeliveredYetIsAfterTheNextStart() {
        try (WebHook hook = new WebHook()) {
            hook.refusals = 1;
            subscribe("http", hook.url(), Map.of());
            await().until(() -> hook.refusals == 0);
            stop();
            open();

            service.resume();

            await().until(() -> hook.bodies.size() == 1);
            assertThat(hook.bodies.get(0).path("Type").textValue()).isEqualTo("SubscriptionConfirmation");
        }
    }

    private static void visit(String url) {
        try {
            HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class WebHook implements AutoCloseable {
        final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
        volatile int refusals;
        private final Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/hook", request -> {
                        if (refusals-- > 0) request.status(503);
                        else bodies.add(Json.MAPPER.readTree(request.body()));
                    });
                })
                .start("127.0.0.1", 0);

        String url() {
            return "http://127.0.0.1:" + server.port() + "/hook";
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
