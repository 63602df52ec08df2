package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobView;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The queue before the image model: who waits in it, who leaves it without a picture, and who pays. */
class GenerationTest {
    private static final int REGIONS = 3;
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);

    @TempDir
    private static Path folder;

    private static final FakeBedrock painter = new FakeBedrock();
    private static Pipeline pipeline;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(folder, painter);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void whereOneRegionThrottlesTheNextOnePaints() {
        painter.script("two busy regions", 2, FakeBedrock.Answer.THROTTLED);
        JobId job = pipeline.send(PHOTO, Pipeline.request("a.jpg", "two busy regions"));

        assertThat(pipeline.ended(job).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(painter.calls("two busy regions")).isEqualTo(3);
    }

    @Test
    void aBusyModelCostsTimeInTheQueueAndNoStateTransition() {
        JobId quick = pipeline.send(PHOTO, Pipeline.request("quick.jpg"));
        painter.script("busy", REGIONS + 1, FakeBedrock.Answer.THROTTLED);
        JobId slow = pipeline.send(PHOTO, Pipeline.request("slow.jpg", "busy"));

        assertThat(pipeline.ended(quick).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(pipeline.ended(slow).status()).isEqualTo(Status.SUCCEEDED);

        assertThat(painter.calls("busy")).isEqualTo(REGIONS + 2);
        assertThat(pipeline.executions().types(slow.executionName(0)))
                .isEqualTo(pipeline.executions().types(quick.executionName(0)));
    }

    @Test
    void aPictureThatExistsIsNotPaidForAgain() throws Exception {
        JobId job = pipeline.send(PHOTO, Pipeline.request("a.jpg", "paid 1", "paid 2", "paid 3"));
        assertThat(pipeline.ended(job).status()).isEqualTo(Status.SUCCEEDED);
        List<String> pictures = List.of(key(job, 1), key(job, 2), key(job, 3));
        List<ObjectStore.Entry> before = pictures(job);

        pipeline.executions()
                .start(job + "-r1", pipeline.executions().describe(job + "-r0").input());

        assertThat(pipeline.executions().awaitEnd(job + "-r1")).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(List.of("paid 1", "paid 2", "paid 3"))
                .allSatisfy(prompt -> assertThat(painter.calls(prompt)).isEqualTo(1));
        assertThat(pictures(job))
                .isEqualTo(before)
                .extracting(ObjectStore.Entry::key)
                .isEqualTo(pictures);
        assertThat(keysAnswered(job + "-r1")).isEqualTo(pictures);
    }

    @Test
    void ordersThatCannotBeFilledAreAnsweredAndHarmNobody() {
        painter.script("hopeless", 9 * REGIONS, FakeBedrock.Answer.THROTTLED);
        try (Queues.Change soon = pipeline.queues().giveUpAfter(queue(), 1, deadLetters())) {
            JobId hopeless = pipeline.send(PHOTO, Pipeline.request("a.jpg", "fine", "hopeless"));
            pipeline.queues().send(queue(), "This is no order.");
            pipeline.queues().send(queue(), "{\"taskToken\":\"of nobody\",\"jobId\":7}");
            JobId beside = pipeline.send(PHOTO, Pipeline.request("b.jpg"));

            assertThat(pipeline.ended(beside).status()).isEqualTo(Status.SUCCEEDED);
            JobView end = pipeline.ended(hopeless);
            assertThat(end.status()).isEqualTo(Status.PARTIAL);
            assertThat(end.pictures().stream().map(JobView.PictureView::status))
                    .containsExactly("succeeded", "failed", "succeeded");
            assertThat(end.pictures().get(1).error()).hasValueSatisfying(problem -> {
                assertThat(problem.code()).isEqualTo("BUSY");
                assertThat(problem.retryable()).isTrue();
            });
            Pipeline.await().until(() -> pipeline.queues().empty(queue()));
            Pipeline.await().until(() -> pipeline.queues().empty(deadLetters()));
        }
    }

    /** The keys that the branches of an execution were answered with. */
    private static List<String> keysAnswered(String execution) throws Exception {
        var entered = pipeline.executions().history(execution).stream()
                .map(event -> event.stateEnteredEventDetails())
                .filter(state -> state != null && state.name().equals("Notify"))
                .findFirst()
                .orElseThrow();
        JsonNode results = JSON.readTree(entered.input());
        return results.findValuesAsText("key");
    }

    private static List<ObjectStore.Entry> pictures(JobId job) {
        return pipeline.folder().list(JobKeys.folder(job) + "photo_");
    }

    private static String key(JobId job, int index) {
        return JobKeys.folder(job) + "photo_a_" + index + ".jpeg";
    }

    private static String queue() {
        return pipeline.output("GenerationQueueUrl");
    }

    private static String deadLetters() {
        return pipeline.output("GenerationDeadLettersUrl");
    }
}
