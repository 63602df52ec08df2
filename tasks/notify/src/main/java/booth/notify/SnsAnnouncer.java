package booth.notify;

import booth.aws.RetryableErrors;
import booth.core.Json;
import booth.core.job.JobView;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * An SNS topic. The message is the same JSON that polling shows; its attributes {@code status} and {@code booth} are
 * there for subscribers' filters.
 */
final class SnsAnnouncer implements Announcer {
    private final SnsClient sns;
    private final String topicArn;

    SnsAnnouncer(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    /** Publishes what SNS refuses: nothing. */
    @Override
    public void prime() {
        try {
            sns.publish(message -> message.topicArn(topicArn).message(""));
        } catch (InvalidParameterException e) {
            return; // as expected
        }
    }

    @Override
    public void announce(JobView job) {
        Map<String, MessageAttributeValue> attributes = Map.of(
                "status", word(job.status().word()), "booth", word(job.origin().booth()));
        RetryableErrors.asBusy(() -> sns.publish(
                message -> message.topicArn(topicArn).message(Json.text(job)).messageAttributes(attributes)));
    }

    private static MessageAttributeValue word(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
