package booth.emulator.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.function.Supplier;

/** The links in messages, which lead back to this service. */
record Links(Supplier<URI> endpoint) {
    String unsubscribe(Subscription subscription) {
        return endpoint.get() + "/?Action=Unsubscribe&SubscriptionArn=" + URLEncoder.encode(subscription.arn(), UTF_8);
    }

    String confirm(Subscription subscription, String token) {
        return endpoint.get() + "/?Action=ConfirmSubscription&TopicArn="
                + URLEncoder.encode(subscription.topicArn(), UTF_8) + "&Token=" + token;
    }
}
