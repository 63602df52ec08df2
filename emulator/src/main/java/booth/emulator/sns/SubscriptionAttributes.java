package booth.emulator.sns;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be set of a subscription.
 *
 * @param raw whether the message goes out as it is, without SNS's envelope
 * @param filter which messages it is for; empty for all
 */
record SubscriptionAttributes(boolean raw, Optional<FilterPolicy> filter) {
    private static final SubscriptionAttributes DEFAULT = new SubscriptionAttributes(false, Optional.empty());
    private static final String RAW = "RawMessageDelivery";
    private static final String POLICY = "FilterPolicy";
    private static final String SCOPE = "FilterPolicyScope";

    static SubscriptionAttributes of(Subscription subscription) {
        return new SubscriptionAttributes(subscription.raw(), subscription.filter());
    }

    /** Those of a new subscription; the scope first, for it says what a policy may be. */
    static SubscriptionAttributes of(Map<String, String> given) {
        SubscriptionAttributes attributes = DEFAULT;
        if (given.containsKey(SCOPE)) attributes = attributes.with(SCOPE, given.get(SCOPE));
        for (Map.Entry<String, String> entry : given.entrySet())
            if (!entry.getKey().equals(SCOPE)) attributes = attributes.with(entry.getKey(), entry.getValue());
        return attributes;
    }

    /** @throws booth.emulator.wire.ServiceError InvalidParameter for an attribute that is not known here, or a value */
    SubscriptionAttributes with(String name, String value) {
        FilterPolicy policy = filter.orElseGet(FilterPolicy::none);
        return switch (name) {
            case RAW -> new SubscriptionAttributes(flag(value), filter);
            case POLICY ->
                new SubscriptionAttributes(
                        raw, Optional.of(policy.withPolicy(value)).filter(FilterPolicy::chooses));
            case SCOPE -> new SubscriptionAttributes(raw, Optional.of(policy.withScope(value)));
            default -> throw Parameters.invalid("Attributes", "the attribute " + name + " is not supported here");
        };
    }

    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>(Map.of(RAW, Boolean.toString(raw)));
        filter.ifPresent(policy -> {
            shown.put(POLICY, policy.policy());
            shown.put(SCOPE, policy.scope());
        });
        return shown;
    }

    private static boolean flag(String value) {
        if (value.matches("(?i)true|false")) return Boolean.parseBoolean(value);
        throw Parameters.invalid(
                "Attributes Reason: " + RAW + ": Invalid value [" + value + "]. Must be true or false.");
    }
}
