package booth.local;

import booth.aws.Clients;
import booth.aws.S3ObjectStore;
import booth.core.Busy;
import booth.emulator.EmbeddedCloud;
import booth.garden.bulk.FirstGarden;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Has a garden in which nothing grows planted beside the running cloud, so that a newcomer sees pictures and no empty
 * wall. It begins when nobody waits for a picture, and stands aside for every guest who comes later.
 */
final class Planting implements AutoCloseable {
    private static final String GARDEN = "Garden";
    private static final String MACHINE = "BulkMachineArn";
    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final int FIRST_LOOK_SECONDS = 5; // whoever started the cloud looks at the pages first
    private static final int SECONDS = 3;

    private final ScheduledExecutorService gardener = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "gardener");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, String> booth;
    private final Map<String, String> garden;

    private Planting(EmbeddedCloud cloud) {
        this.booth = cloud.outputs();
        this.garden = cloud.outputs(GARDEN);
    }

    /** Whether the cloud has a garden at all. */
    static boolean isPossible(EmbeddedCloud cloud) {
        return cloud.outputs(GARDEN).containsKey(MACHINE);
    }

    /** Begins in the background; empty where there is no garden. */
    static Optional<Planting> beside(EmbeddedCloud cloud) {
        if (!isPossible(cloud)) return Optional.empty();
        Planting planting = new Planting(cloud);
        planting.gardener.scheduleWithFixedDelay(planting::look, FIRST_LOOK_SECONDS, SECONDS, TimeUnit.SECONDS);
        return Optional.of(planting);
    }

    private void look() {
        try {
            if (isAnybodyWaiting()) return;
            plant();
            gardener.shutdown();
        } catch (Busy | SdkException e) {
            return; // the next look may go better; or the cloud is being stopped
        }
    }

    private void plant() {
        try (S3Client s3 = Clients.build(S3Client.builder(), ATTEMPT);
                SfnClient stepFunctions = Clients.build(SfnClient.builder(), ATTEMPT)) {
            FirstGarden.plantWhereNothingGrows(
                    new S3ObjectStore(s3, output(garden, "PicturesBucket")), stepFunctions, output(garden, MACHINE));
        }
    }

    private boolean isAnybodyWaiting() {
        try (SqsClient sqs = Clients.build(SqsClient.builder(), ATTEMPT)) {
            return sqs
                    .getQueueAttributes(get -> get.queueUrl(output(booth, "GenerationQueueUrl"))
                            .attributeNames(
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                    .attributes()
                    .values()
                    .stream()
                    .anyMatch(count -> !count.equals("0"));
        }
    }

    private static String output(Map<String, String> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name), name);
    }

    @Override
    public void close() {
        gardener.shutdownNow();
    }
}
