package booth.emulator.template;

import booth.emulator.account.Account;
import booth.emulator.lambda.EventSource;
import booth.emulator.lambda.EventSources;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Lets queues feed functions. */
final class EventSourceDeployment {
    private static final int DEFAULT_BATCH = 10;
    /** Lambda starts with five pollers and grows; on one machine this is plenty. */
    private static final int DEFAULT_CONCURRENCY = 5;

    private final EventSources sources;
    private final Account account;
    private final URI queues;

    EventSourceDeployment(EventSources sources, Account account, URI queues) {
        this.sources = sources;
        this.account = account;
        this.queues = queues;
    }

    void deploy(Resource mapping) {
        Properties properties = Properties.of(mapping);
        if (!properties.flag("Enabled", true)) return;
        String arn = properties.need("EventSourceArn");
        if (!arn.startsWith("arn:aws:sqs:"))
            throw properties.unsupported("EventSourceArn", "only queues feed functions here, not " + arn);
        List<String> types = properties.texts("FunctionResponseTypes");
        sources.add(new EventSource(
                UUID.nameUUIDFromBytes(mapping.id().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                arn,
                queues + "/" + account.id() + "/" + arn.substring(arn.lastIndexOf(':') + 1),
                properties.need("FunctionName"),
                properties.number("BatchSize", DEFAULT_BATCH),
                Duration.ofSeconds(properties.number("MaximumBatchingWindowInSeconds", 0)),
                properties
                        .inside("ScalingConfig", scaling -> scaling.number("MaximumConcurrency", DEFAULT_CONCURRENCY))
                        .orElse(DEFAULT_CONCURRENCY),
                types.contains("ReportBatchItemFailures")));
    }
}
