package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.image.ImageBytes;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Problem;
import booth.core.job.Status;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Photos go in, and each guest's own face comes out in the scenes that were asked for. */
class PipelineTest {
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
    void aPhotoBecomesThreePicturesOfTheSameFace() {
        JobId job = pipeline.send(Photos.guest(Photos.SKIN), Pipeline.request("guest.jpg", "sea", "hill", "moon"));

        JobView end = pipeline.ended(job);

        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(keysOf(job))
                .containsExactly(
                        JobKeys.folder(job) + "face-1.png",
                        JobKeys.folder(job) + "faces.json",
                        JobKeys.folder(job) + "frame.png",
                        JobKeys.folder(job) + "job.json",
                        JobKeys.folder(job) + "mask_guest.png",
                        JobKeys.folder(job) + "order_1.json",
                        JobKeys.folder(job) + "order_2.json",
                        JobKeys.folder(job) + "order_3.json",
                        JobKeys.folder(job) + "photo_guest_1.jpeg",
                        JobKeys.folder(job) + "photo_guest_2.jpeg",
                        JobKeys.folder(job) + "photo_guest_3.jpeg");
        showsFaceBeforeScene(picture(job, "guest", 1), Photos.SKIN, "sea");
        showsFaceBeforeScene(picture(job, "guest", 2), Photos.SKIN, "hill");
        showsFaceBeforeScene(picture(job, "guest", 3), Photos.SKIN, "moon");
    }

    /** The mask that pictures wait for is the job's own, and no name that is taken is too long to be stored. */
    @Test
    void aPhotoMayBeCalledLikeAMaskAndAsLongAsAnyName() {
        for (String stem : List.of("mask_guest", "photo_guest_1", "사".repeat(65) + "a")) {
            JobId job =
                    pipeline.send(Photos.guest(Photos.SKIN), Pipeline.request(stem + ".jpg", "sea", "hill", "moon"));

            assertThat(pipeline.ended(job).status()).isEqualTo(Status.SUCCEEDED);
            assertThat(keysOf(job)).contains(JobKeys.folder(job) + "mask_" + stem + ".png");
            for (int i = 1; i <= 3; i++)
                showsFaceBeforeScene(
                        picture(job, stem, i),
                        Photos.SKIN,
                        List.of("sea", "hill", "moon").get(i - 1));
        }
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
        assertThat(keysOf(job)).doesNotContain(JobKeys.folder(job) + "photo_a_2.jpeg");
        assertThat(executionOf(job)).isEqualTo(ExecutionStatus.SUCCEEDED);
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
                            JobKeys.folder(job) + "photo_" + id + "_1.jpeg",
                            JobKeys.folder(job) + "photo_" + id + "_2.jpeg",
                            JobKeys.folder(job) + "photo_" + id + "_3.jpeg");
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

    private static ExecutionStatus executionOf(JobId job) {
        return pipeline.executions().describe(job.executionName(0)).status();
    }

    private static List<String> keysOf(JobId job) {
        return pipeline.folder().list(JobKeys.folder(job)).stream()
                .map(entry -> entry.key())
                .toList();
    }

    private static BufferedImage picture(JobId job, String id, int index) {
        String key = JobKeys.folder(job) + "photo_" + id + "_" + index + ".jpeg";
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
}
