package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.InMemoryExecutions;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobView;
import booth.core.job.Status;
import booth.core.operating.Replay;
import booth.core.operating.ReplayAnswer.NothingToDo;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model is slower than the state machine has patience. */
class LatePictureTest {
    private static final List<String> WORLDS = List.of("a slow sea", "a slow wood", "a slow sky");

    @TempDir
    private Path folder;

    private final FakeBedrock painter = new FakeBedrock();
    private Pipeline pipeline;
    private Announcements announcements;

    @BeforeEach
    void start() {
        pipeline = Pipeline.start(folder, painter);
        announcements = Announcements.subscribe(pipeline);
    }

    @AfterEach
    void stop() {
        painter.paint();
        pipeline.close();
    }

    @Test
    void picturesThatLandAfterTheirJobHasFailedMakeItASuccess() {
        painter.pause();
        JobId job = pipeline.send(Photos.guest(Photos.SKIN), Pipeline.request("a.jpg", WORLDS.toArray(String[]::new)));
        Pipeline.await()
                .until(() -> IntStream.rangeClosed(1, 3)
                        .allMatch(index -> pipeline.folder().exists(JobKeys.order(job, index))));
        pipeline.executions().taskTokens(job + "-r0").forEach(pipeline.executions()::giveUp);
        assertThat(pipeline.ended(job).status()).isEqualTo(Status.FAILED);

        painter.paint();

        JobView whole = Pipeline.await().until(() -> pipeline.look(job), seen -> seen.status() == Status.SUCCEEDED);
        assertThat(whole.pictures())
                .extracting(JobView.PictureView::status)
                .containsOnly("succeeded")
                .hasSize(3);
        assertThat(announcements
                        .about(job, Status.FAILED)
                        .at("/pictures/0/error/code")
                        .asText())
                .isEqualTo("TIMED_OUT");
        assertThat(announcements
                        .about(job, Status.SUCCEEDED)
                        .path("url_generated")
                        .asText())
                .contains(JobKeys.folder(job) + "photo_a_3.jpeg");
        assertThat(WORLDS)
                .allSatisfy(world -> assertThat(painter.calls(world)).as(world).isEqualTo(1));
        assertThat(new Replay(pipeline.folder(), pipeline.folder(), new InMemoryExecutions(), Clock.systemUTC())
                        .plan(job, false))
                .isInstanceOf(NothingToDo.class);
    }
}
