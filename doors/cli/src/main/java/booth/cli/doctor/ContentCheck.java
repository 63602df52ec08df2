package booth.cli.doctor;

import booth.aws.S3ObjectStore;
import booth.cli.deadletters.DeadLetterQueue;
import booth.cli.deadletters.DeadLetterQueues;
import booth.cli.stack.AwsConnection;
import booth.core.access.BoothKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What has come into the stack since it was deployed: dead letters, and the keys of booths. */
final class ContentCheck {
    private static final Look DEAD_LETTERS = new Look("dead letters", "sqs:ListQueues, sqs:GetQueueAttributes");
    private static final Look KEYS = new Look("keys", "s3:ListBucket and s3:GetObject on the jobs bucket");
    private static final String CREATE_KEY = "booth keys create --booth NAME";

    private final AwsConnection connection;

    ContentCheck(AwsConnection connection) {
        this.connection = connection;
    }

    List<Finding> deadLetters(String stack) {
        return DEAD_LETTERS.at(() -> {
            try (SqsClient sqs = connection.client("sqs", SqsClient.builder())) {
                List<DeadLetterQueue> queues = new DeadLetterQueues(sqs, stack).find();
                List<Finding> full = queues.stream()
                        .filter(queue -> queue.waiting() + queue.held() > 0)
                        .map(queue -> Finding.warn(
                                DEAD_LETTERS.check(),
                                queue.waiting() + queue.held() + " in " + queue.name(),
                                "booth dead-letters shows them; with --move they are tried again"))
                        .toList();
                return full.isEmpty()
                        ? List.of(Finding.ok(DEAD_LETTERS.check(), "none in " + queues.size() + " queues"))
                        : full;
            }
        });
    }

    List<Finding> keys(Map<String, String> outputs) {
        Optional<String> bucket = Optional.ofNullable(outputs.get("JobsBucket"));
        if (bucket.isEmpty())
            return List.of(Finding.fail(
                    KEYS.check(), "the stack has no output JobsBucket", "name a photo booth's stack (--stack)"));
        return KEYS.at(() -> {
            try (S3Client s3 = connection.s3()) {
                int keys = new BoothKeys(new S3ObjectStore(s3, bucket.get()))
                        .list()
                        .size();
                return List.of(
                        keys > 0
                                ? Finding.ok(KEYS.check(), keys + (keys == 1 ? " booth has one" : " are issued"))
                                : Finding.warn(
                                        KEYS.check(),
                                        "no booth has one, and without it none can send photos through the HTTP API",
                                        CREATE_KEY));
            }
        });
    }
}
