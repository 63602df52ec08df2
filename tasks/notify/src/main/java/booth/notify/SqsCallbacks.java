package booth.notify;

import booth.aws.RetryableErrors;
import booth.core.Json;
import booth.core.job.CallbackDue;
import booth.core.job.Job;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue of webhooks; its groups are the booths, so that a slow one does not hold up the others. */
final class SqsCallbacks implements Callbacks {
    private final SqsClient sqs;
    private final String queueUrl;

    SqsCallbacks(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void due(Job job) {
        if (job.request().callback().isEmpty()) return;
        String message = Json.text(new CallbackDue(job.jobId(), job.attempt()));
        RetryableErrors.asBusy(() -> sqs.sendMessage(send -> send.queueUrl(queueUrl)
                .messageBody(message)
                .messageGroupId(job.request().booth())));
    }
}
