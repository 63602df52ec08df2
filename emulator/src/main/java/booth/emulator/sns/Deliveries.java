package booth.emulator.sns;

import booth.emulator.spool.Spool;
import java.util.List;
import java.util.Optional;

/** All ways of delivery behind one door. */
final class Deliveries implements AutoCloseable {
    private final Topics topics;
    private final SqsDelivery sqs;
    private final LambdaDelivery lambda;
    private final HttpDelivery http;
    private final Retrier retrier;

    /** @param spool where deliveries are kept until they are made */
    Deliveries(Topics topics, Spool spool, SqsDelivery sqs, LambdaDelivery lambda, HttpDelivery http) {
        this.topics = topics;
        this.sqs = sqs;
        this.lambda = lambda;
        this.http = http;
        this.retrier = new Retrier(spool, this::deliver);
    }

    /** When this returns, every subscriber whom it is for will get it. */
    void publish(Notification notification, List<Subscription> subscriptions) {
        subscriptions.stream()
                .filter(subscription -> subscription.takes(notification))
                .forEach(subscription ->
                        retrier.carry(new PendingDelivery(subscription.arn(), Optional.of(notification))));
    }

    void ask(Subscription subscription) {
        if (!subscription.confirmed()) retrier.carry(new PendingDelivery(subscription.arn(), Optional.empty()));
    }

    /** Takes up what earlier processes had not delivered. */
    void resume() {
        retrier.resume();
    }

    private void deliver(PendingDelivery pending) throws Exception {
        Optional<Subscription> known = topics.find(pending);
        if (known.isEmpty()) return; // who unsubscribed meanwhile wants nothing any more
        Subscription subscription = known.get();
        if (pending.notification().isPresent())
            by(subscription.protocol())
                    .deliver(subscription, pending.notification().get());
        else if (subscription.pending().isPresent())
            http.ask(subscription, subscription.pending().get());
    }

    private Delivery by(Protocol protocol) {
        return switch (protocol) {
            case SQS -> sqs;
            case LAMBDA -> lambda;
            case HTTP, HTTPS -> http;
        };
    }

    @Override
    public void close() {
        retrier.close();
    }
}
