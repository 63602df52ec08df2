package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.watching.Watchers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far a job is, as everybody sees it. */
class JobProgressTest extends WithAJob {
    @Test
    void theRevisionGrowsWithEveryChangeAndWithARestart() {
        List<Runnable> changes = List.of(
                () -> jobs.update(id, at -> at.queued(0, NOON)),
                () -> store.write(JobKeys.frame(id), PIXELS),
                () -> writeFaces(2),
                () -> store.write(JobKeys.face(id, 1), PIXELS),
                () -> store.write(JobKeys.face(id, 2), PIXELS),
                () -> store.write(job.keys().mask(), PIXELS),
                () -> store.write(job.keys().picture(2), PIXELS),
                () -> end(Status.FAILED),
                () -> jobs.update(id, at -> at.queued(0, NOON)), // redriven
                () -> store.write(job.keys().picture(1), PIXELS),
                () -> end(Status.PARTIAL),
                () -> jobs.update(id, at -> at.queued(1, NOON)),
                () -> store.write(job.keys().picture(3), PIXELS),
                () -> end(Status.SUCCEEDED));
        long before = view().revision();
        for (Runnable change : changes) {
            change.run();
            assertThat(view().revision()).isGreaterThan(before);
            before = view().revision();
        }
    }

    @Test
    void markersOfWatchersAndOrdersAreNoChange() {
        long before = view().revision();

        new Watchers(store).add(id, "one");
        store.write(JobKeys.order(id, 2), PIXELS);

        assertThat(view().revision()).isEqualTo(before);
    }

    @Test
    void whileItWaitsForItsPicturesItHasAPlaceOnTheWaitingList() {
        WaitingList waitingList = new WaitingList(store);
        waitingList.join(JobId.random(), NOON);
        waitingList.join(id, NOON.plusSeconds(1));
        jobs.update(id, at -> at.queued(0, NOON));
        writeFaces(1);
        assertThat(view().standing().queuePosition())
                .as("its mask is not made yet")
                .isEmpty();

        store.write(JobKeys.face(id, 1), PIXELS);
        store.write(job.keys().mask(), PIXELS);
        assertThat(view().standing().queuePosition()).contains(2);

        end(Status.SUCCEEDED);
        assertThat(view().standing().queuePosition()).isEmpty();
    }

    @Test
    void everyFileThatLandsIsProgress() {
        assertStage("awaiting_upload", "upload", 0);
        jobs.update(id, at -> at.queued(0, NOON));
        assertStage("queued", "detect", 0);
        store.write(JobKeys.frame(id), PIXELS);
        assertStage("queued", "detect", 0);
        writeFaces(2);
        assertStage("running", "segment", 0.1);
        store.write(JobKeys.face(id, 1), PIXELS);
        assertStage("running", "segment", 0.25);
        store.write(JobKeys.face(id, 2), PIXELS);
        assertStage("running", "merge", 0.4);
        store.write(job.keys().mask(), PIXELS);
        assertStage("running", "generate", 0.4);
        store.write(JobKeys.order(id, 2), PIXELS);
        assertStage("running", "generate", 0.4);
        store.write(job.keys().picture(2), PIXELS);
        assertStage("running", "generate", 0.6);
        end(Status.SUCCEEDED);
        assertStage("succeeded", "done", 1);
    }

    @Test
    void picturesShowAsTheyArrive() {
        store.write(job.keys().picture(3), PIXELS);

        assertThat(view().pictures())
                .containsExactly(
                        new JobView.PictureView(1, "pending", Optional.empty(), Optional.empty()),
                        new JobView.PictureView(2, "pending", Optional.empty(), Optional.empty()),
                        new JobView.PictureView(
                                3,
                                "succeeded",
                                Optional.of("https://x/" + job.keys().picture(3)),
                                Optional.empty()));
    }

    @Test
    void aPictureThatLandsAfterItsBranchGaveUpIsShown() {
        Problem tooLong = new Problem("TIMED_OUT", "It took too long.", true);
        jobs.update(
                id,
                at -> at.queued(0, NOON)
                        .ended(
                                Status.PARTIAL,
                                List.of(new Job.PictureResult(2, Optional.empty(), Optional.of(tooLong))),
                                Optional.empty(),
                                NOON));
        assertThat(view().pictures().get(1).status()).isEqualTo("failed");
        long before = view().revision();

        store.write(job.keys().picture(2), PIXELS);

        assertThat(view().revision()).isGreaterThan(before);
        assertThat(view().pictures().get(1))
                .isEqualTo(new JobView.PictureView(
                        2, "succeeded", Optional.of("https://x/" + job.keys().picture(2)), Optional.empty()));
        assertThat(view().legacy().urlGenerated())
                .contains("[\"https://x/" + job.keys().picture(2) + "\"]");
    }

    @Test
    void whereEachFaceHasItsPictureTheyAreKnownWithTheFaces() {
        jobs.update(id, at -> at.released(at.request().with(PictureMode.EACH)));
        assertThat(view().pictures()).isEmpty();

        writeFaces(2);
        store.write(job.keys().mask(), PIXELS);
        store.write(job.keys().picture(1), PIXELS);
        assertThat(view().pictures()).extracting(JobView.PictureView::status).containsExactly("succeeded", "pending");
        assertStage("awaiting_upload", "generate", 0.7);

        writeFaces(12);
        assertThat(view().pictures()).hasSize(10);
    }
}
