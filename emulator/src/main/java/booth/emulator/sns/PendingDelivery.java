package booth.emulator.sns;

import java.util.Optional;

/**
 * Something to bring to a subscriber.
 *
 * @param notification the message; none is the question whether messages are wanted
 */
record PendingDelivery(String subscription, Optional<Notification> notification) {
    /** For logs, which show no messages. */
    @Override
    public String toString() {
        return notification.map(message -> "Message " + message.id() + " for ").orElse("The question to confirm ")
                + subscription;
    }
}
