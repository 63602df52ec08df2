package booth.local.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells the bot what happens: one event after the other, signed over the very bytes that are sent. What is not answered
 * with 2xx is delivered again, later and later. Threads end by themselves when there is nothing to tell.
 */
final class Webhooks {
    private static final Duration PATIENCE =
            Duration.ofSeconds(20); // LINE has two; here the first call sets the function up
    private static final int MOST_EVENTS = 100;
    private static final int LOST = -1;
    private static final String ALGORITHM = "HmacSHA256";

    private final Platform platform;
    private final LineChannel channel;
    private final URI webhook;
    private final List<Duration> redeliveries;
    private final Newest<ObjectNode> events = new Newest<>(MOST_EVENTS);
    private final AtomicBoolean losesNext = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor turns = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "line-webhooks");
        thread.setDaemon(true);
        return thread;
    });

    private Optional<HttpClient> client = Optional.empty();

    /** @param redeliveries how long after each failure an event is delivered again */
    Webhooks(Platform platform, LineChannel channel, URI webhook, List<Duration> redeliveries) {
        this.platform = platform;
        this.channel = channel;
        this.webhook = webhook;
        this.redeliveries = List.copyOf(redeliveries);
        turns.setKeepAliveTime(1, TimeUnit.SECONDS);
        turns.allowCoreThreadTimeOut(true);
    }

    void send(ObjectNode event) {
        synchronized (events) {
            events.put(event.path("webhookEventId").asText(), event);
        }
        turns.execute(() -> deliver(event, channel.channelSecret(), 0));
    }

    /**
     * Once more what was sent before.
     *
     * @param forged signed by somebody who does not know the channel's secret
     */
    void again(String eventId, boolean forged) {
        ObjectNode event;
        synchronized (events) {
            event = events.find(eventId).orElseThrow(() -> new LineError(404, "There is no such event (any more)."));
        }
        if (forged) turns.execute(() -> post(event, "not " + channel.channelSecret()));
        else turns.execute(() -> deliver(Events.again(event), channel.channelSecret(), redeliveries.size()));
    }

    /** The next event does not arrive at first. */
    void loseNext() {
        losesNext.set(true);
    }

    private void deliver(ObjectNode event, String secret, int failures) {
        int status = post(event, secret);
        if (status / 100 == 2 || failures >= redeliveries.size()) return;
        turns.schedule(
                () -> deliver(Events.again(event), secret, failures + 1),
                redeliveries.get(failures).toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** @return its status, or below 0 where nobody was reached */
    private int post(ObjectNode event, String secret) {
        ObjectNode body = Json.MAPPER
                .createObjectNode()
                .put("destination", platform.cast().bot());
        body.putArray("events").add(event);
        byte[] bytes = Json.bytes(body);
        String signature = signature(bytes, secret);
        String exchange = platform.wireSent(
                "line",
                event.path("type").asText(),
                event.path("webhookEventId").asText(),
                Map.of("x-line-signature", signature),
                body);
        if (losesNext.getAndSet(false)) {
            platform.wireAnswered(exchange, LOST, "");
            return LOST;
        }
        return post(bytes, signature, exchange);
    }

    private int post(byte[] body, String signature, String exchange) {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(PATIENCE)
                .header("content-type", "application/json; charset=utf-8")
                .header("user-agent", "LineBotWebhook/2.0")
                .header("x-line-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> answer = client().send(request, HttpResponse.BodyHandlers.ofString());
            platform.wireAnswered(exchange, answer.statusCode(), answer.body());
            return answer.statusCode();
        } catch (IOException e) {
            platform.wireAnswered(exchange, LOST, "");
            return LOST;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LOST;
        }
    }

    /** Made when there is something to tell, which is after the start; by the one thread that tells. */
    private HttpClient client() {
        if (client.isEmpty())
            client = Optional.of(
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        return client.get();
    }

    static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
