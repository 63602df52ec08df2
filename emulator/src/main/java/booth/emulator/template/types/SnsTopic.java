package booth.emulator.template.types;

import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Referent;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;
import java.util.Map;

/** A topic; subscriptions are made through SNS itself. */
final class SnsTopic implements Deployable {
    private static final Schema SCHEMA = Schema.of("AWS::SNS::Topic")
            .named("TopicName")
            .passesOver(Reasons.NO_ENCRYPTION, "KmsMasterKeyId")
            .passesOver(Reasons.NO_OPERATIONS, "DisplayName", "TracingConfig", "Tags")
            .ref(SnsTopic::arn)
            .attribute("TopicArn", SnsTopic::arn)
            .attribute("TopicName", Referent::name)
            .build();

    private static String arn(Referent topic) {
        return topic.arn("sns", topic.name());
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Phase phase(StackResource topic) {
        return Phase.SINKS;
    }

    @Override
    public void deploy(StackResource topic, Plan plan, Services services) {
        services.topics().call("CreateTopic", Map.of("Name", topic.name()));
    }
}
