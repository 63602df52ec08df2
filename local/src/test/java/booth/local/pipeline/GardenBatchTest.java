package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.Clients;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import booth.garden.bulk.FirstGarden;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The garden's batches through the deployed templates: over HTTP, Step Functions, the booth's queue and S3. */
class GardenBatchTest {
    private static final FakeBedrock PAINTER = new FakeBedrock();

    @TempDir
    private static Path folder;

    private static Pipeline pipeline;
    private static Gardener gardener;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.startWithGarden(folder, PAINTER, 0, true);
        gardener = Gardener.of(pipeline);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void sixPromptsBecomeTwelvePicturesOfTheRightSizes() {
        JsonNode ordered = gardener.order("six", 6, 8);
        assertThat(ordered.at("/pictures/planned").asInt()).isEqualTo(12);

        JsonNode batch = gardener.ended(ordered);

        assertThat(batch.path("status").asText()).isEqualTo("succeeded");
        assertThat(batch.path("progress").asDouble()).isEqualTo(1);
        assertThat(batch.at("/spent/total").asDouble()).isEqualTo(0.48);
        List<String> keys = keys(ordered);
        assertThat(keys).hasSize(12);
        for (String key : keys)
            assertThat(gardener.size(key)).isEqualTo(key.endsWith("h.jpeg") ? "1280×800" : "800×1280");
        for (int i = 0; i < 6; i++)
            assertThat(PAINTER.calls(Gardener.text("six", i))).isEqualTo(2);
    }

    @Test
    void aCanceledBatchCostsNothingMoreAndAReplayPaintsWhatIsMissing() {
        PAINTER.pause();
        JsonNode ordered = gardener.order("canceled", 10, 6);
        Pipeline.await().until(() -> painted("canceled") > 0);

        JsonNode canceled = gardener.ask("POST", ordered.at("/links/cancel").asText(), "");
        assertThat(canceled.path("status").asText()).isEqualTo("canceled");
        PAINTER.paint();
        Pipeline.await().until(() -> pipeline.queues().empty(queue()));
        int underWay = painted("canceled");
        assertThat(underWay).isLessThanOrEqualTo(6);

        gardener.ask("POST", ordered.at("/links/replay").asText(), "");
        JsonNode batch = gardener.ended(ordered);

        assertThat(batch.path("status").asText()).isEqualTo("succeeded");
        assertThat(keys(ordered)).hasSize(20);
        assertThat(painted("canceled")).isEqualTo(20);
    }

    @Test
    void whatTheModelWithholdsIsListedAndTheOthersCome() {
        PAINTER.script(Gardener.text("withheld", 1), 2, FakeBedrock.Answer.FILTERED);

        JsonNode batch = gardener.ended(gardener.order("withheld", 3, 8));

        assertThat(batch.path("status").asText()).isEqualTo("partial");
        assertThat(batch.path("pictures").toString())
                .isEqualTo("{\"planned\":6,\"made\":4,\"failed\":2,\"missing\":0}");
        assertThat(batch.path("failures").findValuesAsText("code")).containsOnly("MODEL_REFUSED");
    }

    /** Fair by group: of two who wait, the one who sends less is served first. */
    @Test
    void aGuestsPhotoAmidABatchOfAHundredWaitsForNoMoreThanWhatIsBeingPainted() {
        PAINTER.pause();
        int before = PAINTER.prompts().size();
        JsonNode batch = gardener.order("hundred", 50, 40);
        Pipeline.await().until(() -> painted("hundred") > 0);
        Pipeline.await().until(() -> depth() == 40);
        List<String> worlds = List.of("guest's sea", "guest's hill", "guest's moon");
        JobId photo = pipeline.send(
                Photos.three(Color.RED),
                new JobRequest("guest.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "quiet", worlds));
        Pipeline.await().until(() -> depth() == 43);
        int underWay = PAINTER.prompts().size() - before;
        PAINTER.paint();

        assertThat(pipeline.ended(photo).status()).isEqualTo(Status.SUCCEEDED);
        List<String> painted =
                PAINTER.prompts().subList(before, PAINTER.prompts().size());
        int first = IntStream.range(0, painted.size())
                .filter(i -> worlds.contains(painted.get(i)))
                .findFirst()
                .orElseThrow();
        assertThat(first).as("pictures begun before the guest's first").isLessThanOrEqualTo(2 * underWay);
        assertThat(gardener.ended(batch).path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void anEmptyGardenIsPlantedOnceWithPicturesForEveryEmotion() {
        for (ObjectStore.Entry picture : gardener.pictures().list("emotions/"))
            gardener.pictures().delete(picture.key());
        SfnClient stepFunctions = Clients.build(SfnClient.builder(), Duration.ofSeconds(10));

        assertThat(FirstGarden.plantWhereNothingGrows(
                        gardener.pictures(), stepFunctions, pipeline.gardenOutput("BulkMachineArn")))
                .isTrue();

        JsonNode first = Pipeline.await()
                .until(
                        () -> gardener.ask("GET", "/v1/garden/batches/first-garden", ""),
                        seen -> !seen.path("status").asText().equals("running"));
        assertThat(first.path("status").asText()).isEqualTo("succeeded");
        assertThat(gardener.pictures().list("emotions/").stream()
                        .map(entry -> entry.key().split("/")[1])
                        .distinct())
                .hasSize(8);
        assertThat(gardener.pictures().list("emotions/")).hasSize(64);
    }

    private static String queue() {
        return pipeline.output("GenerationQueueUrl");
    }

    /** With those that are being painted. */
    private static int depth() {
        return pipeline.queues().visible(queue()) + pipeline.queues().held(queue());
    }

    private static int painted(String name) {
        return (int) PAINTER.prompts().stream()
                .filter(prompt -> prompt.endsWith(" of " + name))
                .count();
    }

    /** Of the pictures of a batch, by the second in their names. */
    private static List<String> keys(JsonNode batch) {
        String second = batch.path("id").asText().substring(0, "yyyyMMdd-HHmmss".length());
        return gardener.pictures().list("imgPool/happy/img_" + second).stream()
                .map(ObjectStore.Entry::key)
                .toList();
    }
}
