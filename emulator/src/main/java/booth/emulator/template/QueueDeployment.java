package booth.emulator.template;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/** Makes queues, or gives those that an earlier run made the attributes of the template. */
final class QueueDeployment {
    private static final Set<QueueAttributeName> FIXED = Set.of(QueueAttributeName.FIFO_QUEUE);

    private final SqsClient sqs;

    QueueDeployment(SqsClient sqs) {
        this.sqs = sqs;
    }

    void deploy(Resource queue, String name) {
        Properties properties = Properties.of(queue);
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        for (QueueAttributeName attribute : new QueueAttributeName[] {
            QueueAttributeName.VISIBILITY_TIMEOUT,
            QueueAttributeName.DELAY_SECONDS,
            QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
            QueueAttributeName.FIFO_QUEUE,
            QueueAttributeName.CONTENT_BASED_DEDUPLICATION
        }) properties.text(attribute.toString()).ifPresent(value -> attributes.put(attribute, value));
        properties
                .node("RedrivePolicy")
                .ifPresent(policy -> attributes.put(QueueAttributeName.REDRIVE_POLICY, policy.toString()));
        try {
            sqs.createQueue(create -> create.queueName(name).attributes(attributes));
        } catch (
                QueueNameExistsException e) { // from an earlier run, with other attributes: those of the template count
            String url = sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
            attributes.keySet().removeIf(FIXED::contains);
            sqs.setQueueAttributes(set -> set.queueUrl(url).attributes(attributes));
        }
    }
}
