package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.Uploads;
import booth.core.image.ImageBytes;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Everyone who subscribed to the topic hears how a job ended, whichever way it did. */
class AnnouncementTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private static final FakeBedrock painter = new FakeBedrock();
    private static Pipeline pipeline;
    private static Announcements announcements;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(folder, painter);
        announcements = Announcements.subscribe(pipeline);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void subscribersOfTheTopicGetLinksThatOpen() throws Exception {
        JobId job = pipeline.send(
                Photos.guest(Photos.SKIN),
                new JobRequest(
                        "guest.jpg",
                        "image/jpeg",
                        Optional.of("table-9"),
                        Optional.of("request-7"),
                        "left",
                        List.of()));

        JsonNode message = announcements.about(job);

        assertThat(message.path("status").asText()).isEqualTo("succeeded");
        assertThat(message.path("id").asText()).isEqualTo("table-9");
        assertThat(message.path("requestId").asText()).isEqualTo("request-7");
        assertThat(message.path("time_taken").isTextual()).isTrue();
        assertThat(Double.parseDouble(message.path("time_taken").asText())).isPositive();
        assertThat(open(message.path("url_original"))).isEqualTo(Photos.guest(Photos.SKIN));
        assertThat(ImageBytes.decode("frame", open(message.path("frame"))).getWidth())
                .isEqualTo(1024);
        JsonNode pictures = JSON.readTree(message.path("url_generated").asText());
        assertThat(pictures).hasSize(3);
        for (int i = 1; i <= 3; i++) {
            assertThat(pictures.get(i - 1).asText()).contains(JobKeys.folder(job) + "photo_table-9_" + i + ".jpeg");
            assertThat(open(pictures.get(i - 1))).startsWith(0xff, 0xd8, 0xff);
        }
    }

    @Test
    void noPictureAtAllIsAFailureThatIsAnnounced() {
        for (String prompt : List.of("never 1", "never 2", "never 3"))
            painter.script(prompt, FakeBedrock.Answer.FILTERED);
        JobId job = pipeline.send(
                Photos.guest(Photos.SKIN),
                new JobRequest(
                        "a.jpg",
                        "image/jpeg",
                        Optional.of("table-1"),
                        Optional.of("request-1"),
                        "left",
                        List.of("never 1", "never 2", "never 3")));

        JobView end = pipeline.ended(job);

        assertThat(executionOf(job)).isEqualTo(ExecutionStatus.FAILED);
        assertThat(pipeline.executions().describe(job.executionName(0)).error()).isEqualTo("NoPicture");
        assertThat(end.status()).isEqualTo(Status.FAILED);
        assertThat(end.error()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo("NO_PICTURE");
            assertThat(problem.retryable()).isFalse();
        });
        JsonNode message = announcements.about(job);
        assertThat(message.path("status").asText()).isEqualTo("failed");
        assertThat(message.path("id").asText()).isEqualTo("table-1");
        assertThat(message.path("requestId").asText()).isEqualTo("request-1");
        assertThat(message.path("url_original").asText()).contains(JobKeys.folder(job) + "a.jpg?");
        assertThat(message.path("url_generated").asText()).isEqualTo("[]");
        assertThat(Double.parseDouble(message.path("time_taken").asText())).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"0,EMPTY_PHOTO", "15728641,PHOTO_TOO_LARGE"})
    void aPhotoThatIsRefusedIsAnnouncedAsEveryEndIs(int length, String code) {
        Uploads.Upload upload = pipeline.announce(Pipeline.request("a.jpg"));
        assertThat(pipeline.put(upload, new byte[length]).statusCode()).isEqualTo(200);

        JsonNode message = announcements.about(upload.jobId());

        assertThat(message.path("status").asText()).isEqualTo("rejected");
        assertThat(message.at("/error/code").asText()).isEqualTo(code);
        assertThat(message.at("/error/retryable").asBoolean()).isFalse();
        assertThat(executionOf(upload.jobId())).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void aCanceledExecutionCancelsItsJob() {
        painter.script("held up", 6, FakeBedrock.Answer.THROTTLED); // two rounds through three regions: 7 s at least
        JobId job = pipeline.send(Photos.guest(Photos.SKIN), Pipeline.request("a.jpg", "held up"));
        Pipeline.await().until(() -> painter.calls("held up"), calls -> calls >= 3);

        pipeline.executions().stop(job.executionName(0));

        assertThat(pipeline.ended(job).status()).isEqualTo(Status.CANCELED);
        assertThat(executionOf(job)).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(announcements.about(job).path("status").asText()).isEqualTo("canceled");
    }

    private static ExecutionStatus executionOf(JobId job) {
        return pipeline.executions().describe(job.executionName(0)).status();
    }

    private static byte[] open(JsonNode link) {
        var answer =
                pipeline.http(HttpRequest.newBuilder(URI.create(link.asText())).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
