package booth.emulator.template.types;

import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Referent;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/** A queue; one that an earlier run made gets the attributes of the template. */
final class SqsQueue implements Deployable {
    private static final String REDRIVE_POLICY = "RedrivePolicy";
    /** Properties that are attributes of the same name. */
    private static final List<QueueAttributeName> ATTRIBUTES = List.of(
            QueueAttributeName.VISIBILITY_TIMEOUT,
            QueueAttributeName.DELAY_SECONDS,
            QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
            QueueAttributeName.FIFO_QUEUE,
            QueueAttributeName.CONTENT_BASED_DEDUPLICATION);

    private static final Schema SCHEMA = Schema.of("AWS::SQS::Queue")
            .named("QueueName", (name, queue) -> queue.path("FifoQueue").asBoolean() ? name + ".fifo" : name)
            .honours(ATTRIBUTES.stream().map(QueueAttributeName::toString).toArray(String[]::new))
            .honours(REDRIVE_POLICY)
            .passesOver("one machine limits no group", "DeduplicationScope", "FifoThroughputLimit")
            .passesOver(Reasons.NO_EXPIRY, "MessageRetentionPeriod", "Tags")
            .passesOver(Reasons.NO_ENCRYPTION, "SqsManagedSseEnabled", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds")
            .passesOver(Reasons.NO_IDENTITIES, "RedriveAllowPolicy")
            .ref(SqsQueue::url)
            .attribute("Arn", queue -> queue.arn("sqs", queue.name()))
            .attribute("QueueName", Referent::name)
            .attribute("QueueUrl", SqsQueue::url)
            .build();

    private static String url(Referent queue) {
        return queue.stack().queueUrl(queue.name());
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    /** A queue with dead letters comes after those without, which are the dead letters. */
    @Override
    public Phase phase(StackResource queue) {
        return queue.properties().node(REDRIVE_POLICY).isPresent() ? Phase.QUEUES : Phase.SINKS;
    }

    @Override
    public void deploy(StackResource queue, Plan plan, Services services) {
        SqsClient sqs = services.sqs();
        Map<QueueAttributeName, String> attributes = attributes(queue.properties());
        try {
            sqs.createQueue(create -> create.queueName(queue.name()).attributes(attributes));
        } catch (QueueNameExistsException e) { // from an earlier run: what can be changed becomes the template's
            String url = sqs.getQueueUrl(get -> get.queueName(queue.name())).queueUrl();
            attributes.remove(QueueAttributeName.FIFO_QUEUE);
            sqs.setQueueAttributes(set -> set.queueUrl(url).attributes(attributes));
        }
    }

    private static Map<QueueAttributeName, String> attributes(Properties queue) {
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        for (QueueAttributeName attribute : ATTRIBUTES)
            queue.text(attribute.toString()).ifPresent(value -> attributes.put(attribute, value));
        queue.node(REDRIVE_POLICY)
                .ifPresent(policy -> attributes.put(QueueAttributeName.REDRIVE_POLICY, policy.toString()));
        return attributes;
    }
}
