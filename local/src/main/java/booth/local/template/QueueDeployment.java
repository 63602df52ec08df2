package booth.local.template;

import java.util.EnumMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes queues. */
final class QueueDeployment {
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
        sqs.createQueue(create -> create.queueName(name).attributes(attributes));
    }
}
