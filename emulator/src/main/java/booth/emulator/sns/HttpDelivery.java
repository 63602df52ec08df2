package booth.emulator.sns;

import booth.emulator.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** To web hooks, with SNS's headers; any answer but 2xx is a refusal. */
final class HttpDelivery implements Delivery {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Links links;

    HttpDelivery(Links links) {
        this.links = links;
    }

    @Override
    public void deliver(Subscription subscription, Notification notification) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(subscription, "Notification", notification.id());
        if (subscription.raw()) {
            post(request.header("x-amz-sns-rawdelivery", "true"), notification.text(subscription.protocol()));
        } else {
            post(request, Json.text(notification.envelope(subscription, links.unsubscribe(subscription))));
        }
    }

    /** Asks whether the messages are wanted: whoever calls the link, or ConfirmSubscription with the token, says yes. */
    void ask(Subscription subscription, String token) throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        ObjectNode question = Json.MAPPER
                .createObjectNode()
                .put("Type", "SubscriptionConfirmation")
                .put("MessageId", id)
                .put("Token", token)
                .put("TopicArn", subscription.topicArn())
                .put(
                        "Message",
                        "You have chosen to subscribe to the topic " + subscription.topicArn()
                                + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.")
                .put("SubscribeURL", links.confirm(subscription, token))
                .put("Timestamp", Instant.now().toString())
                .put("SignatureVersion", "1")
                .put("Signature", "")
                .put("SigningCertURL", "");
        post(request(subscription, "SubscriptionConfirmation", id), Json.text(question));
    }

    private static HttpRequest.Builder request(Subscription subscription, String type, String id) {
        return HttpRequest.newBuilder(URI.create(subscription.endpoint()))
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("x-amz-sns-message-type", type)
                .header("x-amz-sns-message-id", id)
                .header("x-amz-sns-topic-arn", subscription.topicArn())
                .header("x-amz-sns-subscription-arn", subscription.shownArn());
    }

    private void post(HttpRequest.Builder request, String body) throws IOException, InterruptedException {
        HttpRequest whole =
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        int status = client.send(whole, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) throw new IOException(whole.uri() + " answered " + status);
    }
}
