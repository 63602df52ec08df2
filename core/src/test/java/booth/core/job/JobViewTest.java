package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import booth.core.Json;
import booth.core.TestJson;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.watching.Watchers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobViewTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final byte[] PIXELS = {1};

    private final JobId id = JobId.random();
    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Jobs jobs = new Jobs(store);
    private final Job job = Job.awaitingUpload(
            id,
            new JobRequest("face.jpg", "image/jpeg", Optional.of("abc"), Optional.of("r-1"), "hall", List.of()),
            NOON);

    @BeforeEach
    void announce() {
        jobs.create(job);
    }

    @Test
    void anUnknownJobHasNoView() {
        assertThat(JobView.of(JobId.random(), store, key -> key)).isEmpty();
    }

    @Test
    void aJobWhoseFacesAreErasedWhileItIsLookedAtIsSeenWithoutThem() {
        writeFaces(1);
        ObjectStore erased = new MortalStore(store, Integer.MAX_VALUE) {
            @Override
            public List<Entry> list(String prefix) {
                List<Entry> files = super.list(prefix);
                store.delete(JobKeys.faces(id));
                return files;
            }
        };

        assertThat(JobView.of(id, erased, key -> key))
                .hasValueSatisfying(view -> assertThat(view.faces()).isEmpty());
    }

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

    @Test
    void aHeldJobLooksLikeOneThatWaits() {
        Job held = Job.held(JobId.random(), job.request(), NOON);
        jobs.create(held);

        assertThat(JobView.of(held.jobId(), store, key -> key)).hasValueSatisfying(view -> {
            assertThat(view.status()).isEqualTo(Status.AWAITING_UPLOAD);
            assertThat(view.stage()).isEqualTo(Stage.UPLOAD);
        });
    }

    @Test
    void anEndedJobSpeaksAsOldClientsExpect() {
        jobs.update(id, at -> at.queued(0, NOON.plusSeconds(5)));
        writeFaces(1);
        store.write(JobKeys.frame(id), PIXELS);
        store.write(job.keys().mask(), PIXELS);
        for (int i = 1; i <= 2; i++) store.write(job.keys().picture(i), PIXELS);
        Problem filtered = new Problem("FILTERED", "The model declined.", false);
        jobs.update(
                id,
                at -> at.ended(
                        Status.PARTIAL,
                        List.of(
                                new Job.PictureResult(1, Optional.of(job.keys().picture(1)), Optional.empty()),
                                new Job.PictureResult(2, Optional.of(job.keys().picture(2)), Optional.empty()),
                                new Job.PictureResult(3, Optional.empty(), Optional.of(filtered))),
                        Optional.empty(),
                        NOON.plusMillis(28_401)));

        JsonNode json = Json.MAPPER.valueToTree(view());

        assertThat(json.path("status").asText()).isEqualTo("partial");
        assertThat(json.path("id").asText()).isEqualTo("abc");
        assertThat(json.path("requestId").asText()).isEqualTo("r-1");
        assertThat(json.path("time_taken").asText()).isEqualTo("23.401");
        assertThat(json.path("url_original").asText()).isEqualTo("https://x/" + JobKeys.frame(id));
        assertThat(TestJson.read(json.path("url_generated").asText(), String[].class))
                .containsExactly(
                        "https://x/" + job.keys().picture(1),
                        "https://x/" + job.keys().picture(2));
        assertThat(json.at("/pictures/2/status").asText()).isEqualTo("failed");
        assertThat(json.at("/pictures/2/error/code").asText()).isEqualTo("FILTERED");
        assertThat(json.at("/faces/found").asInt()).isEqualTo(1);
        assertThat(json.at("/faces/frame/height").asInt()).isEqualTo(640);
        assertThat(json.toString()).doesNotContain("attributes").doesNotContain("null");
    }

    @Test
    void theOriginalIsThePhotoAsItWasSentWhileThatIsKept() {
        store.write(JobKeys.frame(id), PIXELS);
        JobLinks links = new JobLinks() {
            @Override
            public String apply(String key) {
                return "https://jobs/" + key;
            }

            @Override
            public Optional<String> photo(Job job) {
                return Optional.of("https://uploads/" + job.keys().upload());
            }
        };

        JobView view = JobView.of(id, store, links).orElseThrow();

        assertThat(view.legacy().urlOriginal())
                .contains("https://uploads/" + job.keys().upload());
        assertThat(view.results().frame()).contains("https://jobs/" + JobKeys.frame(id));
    }

    @Test
    void aRejectedJobSaysWhy() {
        jobs.update(
                id,
                at -> at.queued(0, NOON)
                        .ended(
                                Status.REJECTED,
                                List.of(),
                                Optional.of(new Problem("NO_FACE", "Step closer.", false)),
                                NOON));

        assertThat(view().status()).isEqualTo(Status.REJECTED);
        assertThat(view().error()).contains(new Problem("NO_FACE", "Step closer.", false));
        assertThat(view().legacy().urlGenerated()).contains("[]");
        assertThat(Double.parseDouble(view().legacy().timeTaken().orElseThrow()))
                .isPositive();
    }

    @Test
    void aJobThatWaitsHasNoTimeAndNoPicturesYet() {
        JsonNode json = Json.MAPPER.valueToTree(view());

        for (String absent :
                List.of("time_taken", "url_generated", "url_original", "error", "frame", "mask", "faces", "endedAt"))
            assertThat(json.has(absent)).as(absent).isFalse();
    }

    private void writeFaces(int count) {
        Faces.Face face = new Faces.Face(new Box(0, 0, 10, 10), NullNode.instance);
        store.write(
                JobKeys.faces(id),
                Json.bytes(new Faces(
                        new Frame(1024, 640),
                        IntStream.range(0, count).mapToObj(i -> face).toList(),
                        List.of())));
    }

    private void end(Status how) {
        jobs.update(id, at -> at.ended(how, List.of(), Optional.empty(), NOON.plusSeconds(20)));
    }

    private JobView view() {
        return JobView.of(id, store, key -> "https://x/" + key).orElseThrow();
    }

    private void assertStage(String status, String stage, double progress) {
        JobView view = view();
        assertThat(view.status().word()).isEqualTo(status);
        assertThat(view.stage().word()).isEqualTo(stage);
        assertThat(view.progress()).isCloseTo(progress, within(1e-9));
    }
}
