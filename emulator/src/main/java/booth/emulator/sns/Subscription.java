package booth.emulator.sns;

import java.util.Optional;

/**
 * Who gets a topic's messages.
 *
 * @param endpoint an ARN or a URL, as the protocol has it
 * @param raw whether the message goes out as it is, without SNS's envelope
 * @param filter which messages it is for; empty for all
 * @param pending the token a web hook must confirm with; empty once it did
 */
record Subscription(
        String arn,
        String topicArn,
        Protocol protocol,
        String endpoint,
        boolean raw,
        Optional<FilterPolicy> filter,
        Optional<String> pending) {
    static final String PENDING = "PendingConfirmation";

    boolean confirmed() {
        return pending.isEmpty();
    }

    /** What lists show instead of the ARN until it is confirmed. */
    String shownArn() {
        return confirmed() ? arn : PENDING;
    }

    Subscription confirm() {
        return new Subscription(arn, topicArn, protocol, endpoint, raw, filter, Optional.empty());
    }

    Subscription with(SubscriptionAttributes attributes) {
        return new Subscription(arn, topicArn, protocol, endpoint, attributes.raw(), attributes.filter(), pending);
    }

    boolean takes(Notification notification) {
        return confirmed() && filter.map(policy -> policy.takes(notification)).orElse(true);
    }
}
