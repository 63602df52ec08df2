package booth.local.sns;

import java.util.List;

/** All ways of delivery behind one door. */
record Deliveries(Courier courier, SqsDelivery sqs, LambdaDelivery lambda, HttpDelivery http) {
    void publish(Notification notification, List<Subscription> subscriptions) {
        subscriptions.stream()
                .filter(Subscription::confirmed)
                .forEach(subscription ->
                        courier.carry("Message " + notification.id() + " for " + subscription.arn(), () -> {
                            by(subscription.protocol()).deliver(subscription, notification);
                            return true;
                        }));
    }

    void ask(Subscription subscription) {
        subscription
                .pending()
                .ifPresent(token -> courier.carry("The question to confirm " + subscription.arn(), () -> {
                    http.ask(subscription, token);
                    return true;
                }));
    }

    private Delivery by(Protocol protocol) {
        return switch (protocol) {
            case SQS -> sqs;
            case LAMBDA -> lambda;
            case HTTP, HTTPS -> http;
        };
    }
}
