package booth.emulator.template.types;

import booth.emulator.lambda.EventSource;
import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** A queue that feeds a function. */
final class LambdaEventSourceMapping implements Deployable {
    private static final int DEFAULT_BATCH = 10;
    /** Lambda starts with five pollers and grows; on one machine this is plenty. */
    private static final int DEFAULT_CONCURRENCY = 5;

    private static final Schema SCHEMA = Schema.of("AWS::Lambda::EventSourceMapping")
            .honours("EventSourceArn", "FunctionName", "Enabled", "FunctionResponseTypes")
            .honours("BatchSize", "MaximumBatchingWindowInSeconds", "ScalingConfig")
            .passesOver(Reasons.NO_OPERATIONS, "MetricsConfig", "Tags")
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Phase phase(StackResource mapping) {
        return Phase.EVENT_SOURCES;
    }

    @Override
    public void deploy(StackResource mapping, Plan plan, Services services) {
        Properties properties = mapping.properties();
        if (!properties.flag("Enabled", true)) return;
        String arn = properties.need("EventSourceArn");
        if (!arn.startsWith("arn:aws:sqs:"))
            throw properties.unsupported("EventSourceArn", "only queues feed functions here, not " + arn);
        services.sources()
                .add(new EventSource(
                        UUID.nameUUIDFromBytes(
                                        (plan.stack().name() + "/" + mapping.id()).getBytes(StandardCharsets.UTF_8))
                                .toString(),
                        arn,
                        plan.stack().queueUrl(arn.substring(arn.lastIndexOf(':') + 1)),
                        properties.need("FunctionName"),
                        properties.number("BatchSize", DEFAULT_BATCH),
                        Duration.ofSeconds(properties.number("MaximumBatchingWindowInSeconds", 0)),
                        concurrency(properties),
                        properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures")));
    }

    private static int concurrency(Properties mapping) {
        return mapping.inside("ScalingConfig", scaling -> scaling.number("MaximumConcurrency", DEFAULT_CONCURRENCY))
                .orElse(DEFAULT_CONCURRENCY);
    }
}
