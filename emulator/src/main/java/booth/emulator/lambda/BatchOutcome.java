package booth.emulator.lambda;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/** Which messages of a batch are done, read from what the function answered, by Lambda's rules. */
final class BatchOutcome {
    private static final JsonMapper JSON = new JsonMapper();

    private BatchOutcome() {}

    /** The messages to delete; the others become visible again when their time is over. */
    static List<Message> done(List<Message> batch, Invocation result, boolean reportsItems) {
        if (result.failed()) return List.of();
        if (!reportsItems) return batch;
        Set<String> ids = batch.stream().map(Message::messageId).collect(toUnmodifiableSet());
        try {
            JsonNode failures = JSON.readTree(result.payload()).path("batchItemFailures");
            if (failures.isMissingNode() || failures.isNull() || failures.isEmpty()) return batch;
            Set<String> failed = new HashSet<>();
            for (JsonNode failure : failures)
                failed.add(failure.path("itemIdentifier").asText());
            if (!ids.containsAll(failed))
                return List.of(); // an unknown or empty name: nothing of the answer is trusted
            return batch.stream()
                    .filter(message -> !failed.contains(message.messageId()))
                    .toList();
        } catch (IOException e) {
            return List.of(); // no JSON at all fails the batch
        }
    }
}
