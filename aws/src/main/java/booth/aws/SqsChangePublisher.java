package booth.aws;

import booth.core.Json;
import booth.core.watching.ChangeEvent;
import booth.core.watching.ChangePublisher;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * A FIFO queue with a message group for each job: SQS delivers no event of a job while others of it are being handled, which
 * is what keeps a stream in order.
 */
public final class SqsChangePublisher implements ChangePublisher {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final SqsClient sqs;
    private final String queueUrl;

    /** To {@code STREAM_QUEUE_URL}, through a client of its own. */
    public static SqsChangePublisher from(Environment environment) {
        return new SqsChangePublisher(
                Clients.build(SqsClient.builder(), ATTEMPT), environment.require("STREAM_QUEUE_URL"));
    }

    public SqsChangePublisher(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /** Sends what SQS refuses: a message without a body and without the group that a FIFO queue demands. */
    @Override
    public void prime() {
        try {
            sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(""));
        } catch (SqsException e) {
            return; // as expected
        }
    }

    /**
     * Of two changes that look alike the second may be the one that nobody has seen yet, so both are sent; not so of events
     * that wait for more of their kind.
     */
    @Override
    public void publish(ChangeEvent event) {
        RetryableErrors.asBusy(() -> sqs.sendMessage(send -> send.queueUrl(queueUrl)
                .messageBody(Json.text(event))
                .messageGroupId(event.subject())
                .messageDeduplicationId(event.notBefore()
                        .map(time -> event.subject() + "-" + time)
                        .orElseGet(() -> UUID.randomUUID().toString()))));
    }
}
