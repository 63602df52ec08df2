package booth.emulator.template.types;

import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;
import booth.emulator.wire.QueryService;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who gets a topic's messages; one that an earlier run made gets the attributes of the template. */
final class SnsSubscription implements Deployable {
    private static final String ENDPOINT = "Endpoint";
    private static final String RAW = "RawMessageDelivery";
    private static final String POLICY = "FilterPolicy";
    private static final String SCOPE = "FilterPolicyScope";
    private static final String NO_POLICY = "{}";
    private static final Pattern ARN = Pattern.compile("<SubscriptionArn>(.*)</SubscriptionArn>");

    private static final Schema SCHEMA = Schema.of("AWS::SNS::Subscription")
            .honours("TopicArn", "Protocol", ENDPOINT, RAW, POLICY, SCOPE)
            .passesOver("there is one region here", "Region")
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Phase phase(StackResource subscription) {
        return Phase.TRIGGERS;
    }

    @Override
    public void deploy(StackResource subscription, Plan plan, Services services) {
        Properties properties = subscription.properties();
        String arn = attempt(properties, ENDPOINT, () -> subscribe(properties, services.topics()));
        set(properties, services.topics(), arn, RAW, properties.text(RAW).orElse("false"));
        set(properties, services.topics(), arn, POLICY, NO_POLICY);
        Optional<String> policy = properties.node(POLICY).map(JsonNode::toString);
        if (policy.isEmpty()) return;
        // the scope says what a policy may be
        set(properties, services.topics(), arn, SCOPE, properties.text(SCOPE).orElse("MessageAttributes"));
        set(properties, services.topics(), arn, POLICY, policy.get());
    }

    private static String subscribe(Properties subscription, QueryService topics) {
        Matcher answer = ARN.matcher(topics.call(
                "Subscribe",
                Map.of(
                        "TopicArn",
                        subscription.need("TopicArn"),
                        "Protocol",
                        subscription.need("Protocol"),
                        ENDPOINT,
                        subscription.need(ENDPOINT),
                        "ReturnSubscriptionArn",
                        "true")));
        if (!answer.find()) throw new IllegalStateException("The subscription has no ARN.");
        return answer.group(1);
    }

    private static void set(Properties subscription, QueryService topics, String arn, String name, String value) {
        attempt(
                subscription,
                name,
                () -> topics.call(
                        "SetSubscriptionAttributes",
                        Map.of("SubscriptionArn", arn, "AttributeName", name, "AttributeValue", value)));
    }

    /** What SNS refuses is named with the resource. */
    private static String attempt(Properties subscription, String property, Supplier<String> call) {
        try {
            return call.get();
        } catch (ServiceError e) {
            throw subscription.unsupported(property, e.message());
        }
    }
}
