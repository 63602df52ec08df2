package booth.emulator.template.types;

import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;
import booth.emulator.template.StackResource;
import java.util.Optional;

/** How often an event is tried that a function fails on, and who is told in the end. */
final class LambdaEventInvokeConfig implements ResourceType {
    private static final int DEFAULT_RETRIES = 2;

    private static final Schema SCHEMA = Schema.of("AWS::Lambda::EventInvokeConfig")
            .honours("FunctionName", "Qualifier", "MaximumRetryAttempts", "DestinationConfig")
            .passesOver("retries here take seconds", "MaximumEventAgeInSeconds")
            .build();

    /**
     * @param retries 0 to 2
     * @param onFailure ARN of a queue
     */
    record Rules(int retries, Optional<String> onFailure) {
        private static final Rules DEFAULT = new Rules(DEFAULT_RETRIES, Optional.empty());
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    /** What the template says of the events of a function. */
    static Rules rulesOf(String function, Plan plan) {
        return plan.all(LambdaEventInvokeConfig.class)
                .map(StackResource::properties)
                .filter(config -> config.need("FunctionName").equals(function))
                .findFirst()
                .map(LambdaEventInvokeConfig::rules)
                .orElse(Rules.DEFAULT);
    }

    private static Rules rules(Properties config) {
        return new Rules(
                config.number("MaximumRetryAttempts", DEFAULT_RETRIES),
                config.inside("DestinationConfig", LambdaEventInvokeConfig::onFailure)
                        .flatMap(queue -> queue));
    }

    private static Optional<String> onFailure(Properties destinations) {
        return destinations.inside("OnFailure", target -> queue(target, "Destination"));
    }

    /** The ARN that a property of the rules for events names; it must be a queue's. */
    static String queue(Properties config, String property) {
        String arn = config.need(property);
        if (!arn.startsWith("arn:aws:sqs:"))
            throw config.unsupported(property, "only queues can be a target here, not " + arn);
        return arn;
    }
}
