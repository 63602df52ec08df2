package booth.emulator.template.types;

import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Referent;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;

/** A log group: where functions print. */
final class LogsLogGroup implements Deployable {
    private static final Schema SCHEMA = Schema.of("AWS::Logs::LogGroup")
            .named("LogGroupName")
            .passesOver("a log keeps its newest lines, whatever their age", "RetentionInDays")
            .passesOver(Reasons.NO_ENCRYPTION, "KmsKeyId", "DataProtectionPolicy")
            .passesOver(Reasons.NO_OPERATIONS, "LogGroupClass", "Tags")
            .ref(Referent::name)
            .attribute("Arn", group -> group.arn("logs", "log-group:" + group.name() + ":*"))
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Phase phase(StackResource group) {
        return Phase.SINKS;
    }

    @Override
    public void deploy(StackResource group, Plan plan, Services services) {
        services.logs().create(group.name());
    }
}
