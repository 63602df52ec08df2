package booth.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.emulator.lambda.AsyncInvocations;
import booth.emulator.lambda.DeadLetters;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Brings events to what their ARN names: a queue or a function. */
final class Targets implements DeadLetters {
    private final SqsClient sqs;
    private final Supplier<URI> queues;

    /** @param queues the SQS endpoint with the account, {@code http://127.0.0.1:4568/000000000000} */
    Targets(SqsClient sqs, Supplier<URI> queues) {
        this.sqs = sqs;
        this.queues = queues;
    }

    /** @throws IllegalArgumentException when nothing of the sort can be a target */
    void deliver(String arn, String event, AsyncInvocations functions) {
        if (arn.startsWith("arn:aws:sqs:")) send(arn, event, Map.of());
        else if (arn.startsWith("arn:aws:lambda:")) functions.invoke(arn, event.getBytes(UTF_8));
        else throw new IllegalArgumentException("Events go to queues and functions here, not to " + arn + ".");
    }

    @Override
    public void send(String queueArn, String body, Map<String, String> attributes) {
        String url = queues.get() + "/" + queueArn.substring(queueArn.lastIndexOf(':') + 1);
        sqs.sendMessage(send -> send.queueUrl(url)
                .messageBody(body)
                .messageAttributes(attributes.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> text(entry.getValue())))));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
