package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.ImageBytes;
import booth.core.JobId;
import booth.core.JobRequest;
import booth.core.JobView;
import booth.core.Names;
import booth.core.Problem;
import booth.core.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What becomes of photos between a guest's upload and the announcement of the end, whatever is on them. */
class PipelineTest {
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
    void aPhotoBecomesThreePicturesOfTheSameFace() {
        JobId job = pipeline.send(Photos.guest(Photos.SKIN), Pipeline.request("guest.jpg", "sea", "hill", "moon"));

        JobView end = pipeline.ended(job);

        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(keysOf(job))
                .containsExactly(
                        Names.folder(job) + "face-1.png",
                        Names.folder(job) + "faces.json",
                        Names.folder(job) + "frame.png",
                        Names.folder(job) + "job.json",
                        Names.folder(job) + "mask_guest.png",
                        Names.folder(job) + "photo_guest_1.jpeg",
                        Names.folder(job) + "photo_guest_2.jpeg",
                        Names.folder(job) + "photo_guest_3.jpeg");
        showsFaceBeforeScene(picture(job, "guest", 1), Photos.SKIN, "sea");
        showsFaceBeforeScene(picture(job, "guest", 2), Photos.SKIN, "hill");
        showsFaceBeforeScene(picture(job, "guest", 3), Photos.SKIN, "moon");
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
        assertThat(ImageBytes.decode("original", open(message.path("url_original")))
                        .getWidth())
                .isEqualTo(1024);
        JsonNode pictures = JSON.readTree(message.path("url_generated").asText());
        assertThat(pictures).hasSize(3);
        for (int i = 1; i <= 3; i++) {
            assertThat(pictures.get(i - 1).asText()).contains(Names.folder(job) + "photo_table-9_" + i + ".jpeg");
            assertThat(open(pictures.get(i - 1))).startsWith(0xff, 0xd8, 0xff);
        }
    }

    @Test
    void aPhotoWithoutAFaceIsRejectedOnce() {
        JobId job = pipeline.send(Photos.nobody(), Pipeline.request("wall.jpg"));

        isRejected(job, "NO_FACE", "face the camera");
    }

    @Test
    void aTextThatCallsItselfAPhotoIsRejectedOnce() {
        byte[] text = "Dear booth, this is no photo.".getBytes(StandardCharsets.UTF_8);
        JobId job = pipeline.send(text, Pipeline.request("letter.jpg"));

        isRejected(job, "UNSUPPORTED_TYPE", "neither JPEG nor PNG");
    }

    @Test
    void aPhotoInHeicIsRejectedWithWhatToDo() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        JobId job = pipeline.send(heic, Pipeline.request("phone.jpg"));

        isRejected(job, "UNSUPPORTED_TYPE", "most compatible");
    }

    @Test
    void twoPicturesOfThreeAreAResult() {
        painter.script("withheld", FakeBedrock.Answer.FILTERED);
        JobId job = pipeline.send(Photos.guest(Photos.SKIN), Pipeline.request("a.jpg", "lake", "withheld", "cave"));

        JobView end = pipeline.ended(job);

        assertThat(end.status()).isEqualTo(Status.PARTIAL);
        assertThat(end.pictures().stream().map(JobView.PictureView::status))
                .containsExactly("succeeded", "failed", "succeeded");
        assertThat(end.pictures().get(1).error().map(Problem::code)).contains("MODEL_REFUSED");
        assertThat(painter.calls("withheld")).isEqualTo(1);
        assertThat(keysOf(job)).doesNotContain(Names.folder(job) + "photo_a_2.jpeg");
        assertThat(executionOf(job)).isEqualTo(ExecutionStatus.SUCCEEDED);
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
        assertThat(message.path("url_original").asText()).contains(Names.frame(job));
        assertThat(message.path("url_generated").asText()).isEqualTo("[]");
        assertThat(Double.parseDouble(message.path("time_taken").asText())).isPositive();
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

    @Test
    void tenGuestsOfTwoBoothsGetTheirOwnPicturesEach() {
        List<CompletableFuture<JobId>> sent = IntStream.range(0, 10)
                .mapToObj(guest ->
                        CompletableFuture.supplyAsync(() -> pipeline.send(Photos.guest(faceOf(guest)), request(guest))))
                .toList();
        List<JobId> jobs = sent.stream().map(CompletableFuture::join).toList();

        for (int guest = 0; guest < jobs.size(); guest++) {
            JobId job = jobs.get(guest);
            assertThat(pipeline.ended(job).status()).isEqualTo(Status.SUCCEEDED);
            String id = "guest-" + guest;
            assertThat(keysOf(job).stream().filter(key -> key.contains("/photo_")))
                    .containsExactly(
                            Names.folder(job) + "photo_" + id + "_1.jpeg",
                            Names.folder(job) + "photo_" + id + "_2.jpeg",
                            Names.folder(job) + "photo_" + id + "_3.jpeg");
            for (int i = 1; i <= 3; i++)
                showsFaceBeforeScene(picture(job, id, i), faceOf(guest), "scene " + i + " of " + id);
        }
    }

    private static Color faceOf(int guest) {
        return Color.getHSBColor(guest / 10f, 0.8f, 1);
    }

    private static JobRequest request(int guest) {
        String id = "guest-" + guest;
        return new JobRequest(
                "same-name.jpg",
                "image/jpeg",
                Optional.of(id),
                Optional.empty(),
                guest % 2 == 0 ? "left" : "right",
                List.of("scene 1 of " + id, "scene 2 of " + id, "scene 3 of " + id));
    }

    private static void isRejected(JobId job, String code, String advice) {
        JobView end = pipeline.ended(job);
        assertThat(end.status()).isEqualTo(Status.REJECTED);
        assertThat(end.error()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).contains(advice);
            assertThat(problem.retryable()).isFalse();
        });
        assertThat(executionOf(job)).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(entered(job)).containsOnlyOnce("Detect").contains("NotifyRejected");
        assertThat(pipeline.executions().types(job.executionName(0)))
                .filteredOn(type -> type.equals("LambdaFunctionScheduled"))
                .as("Detect and NotifyRejected, each tried once")
                .hasSize(2);
    }

    private static List<String> entered(JobId job) {
        List<String> states = new ArrayList<>();
        pipeline.executions().history(job.executionName(0)).forEach(event -> {
            if (event.stateEnteredEventDetails() != null)
                states.add(event.stateEnteredEventDetails().name());
        });
        return states;
    }

    private static ExecutionStatus executionOf(JobId job) {
        return pipeline.executions().describe(job.executionName(0)).status();
    }

    private static List<String> keysOf(JobId job) {
        return pipeline.folder().list(Names.folder(job)).stream()
                .map(entry -> entry.key())
                .toList();
    }

    private static BufferedImage picture(JobId job, String id, int index) {
        String key = Names.folder(job) + "photo_" + id + "_" + index + ".jpeg";
        return ImageBytes.decode(key, pipeline.folder().read(key));
    }

    private static void showsFaceBeforeScene(BufferedImage picture, Color face, String prompt) {
        assertThat(Photos.distance(Photos.middle(picture), face))
                .as("the face is the guest's own")
                .isLessThan(8);
        assertThat(Photos.distance(Photos.corner(picture), FakeBedrock.colourOf(prompt)))
                .as("the scene is that of '%s'", prompt)
                .isLessThan(8);
    }

    private static byte[] open(JsonNode link) {
        var answer =
                pipeline.http(HttpRequest.newBuilder(URI.create(link.asText())).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
