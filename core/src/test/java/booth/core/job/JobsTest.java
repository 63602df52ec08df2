package booth.core.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final JobId id = JobId.random();
    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Jobs jobs = new Jobs(store);

    @Test
    void aJobIsFoundAsItWasCreated() {
        Job job = awaiting();
        jobs.create(job);

        assertThat(jobs.find(id)).contains(job);
        assertThat(jobs.find(JobId.random())).isEmpty();
    }

    @Test
    void theFileIsForPeopleToo() {
        jobs.create(awaiting());

        assertThat(new String(store.read(JobKeys.jobRecord(id)), UTF_8))
                .isEqualTo("{\"jobId\":\"" + id + "\",\"status\":\"awaiting_upload\",\"attempt\":0,"
                        + "\"request\":{\"filename\":\"face.jpg\",\"contentType\":\"image/jpeg\",\"booth\":\"hall\",\"prompts\":[]},"
                        + "\"createdAt\":\"2026-11-20T12:00:00Z\",\"pictures\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"jobId\":", "{\"status\":\"queued\"}"})
    void aRecordThatMakesNoSenseIsNamed(String json) {
        jobs.create(awaiting());
        store.write(JobKeys.jobRecord(id), json.getBytes(UTF_8));

        assertThatThrownBy(() -> jobs.find(id)).isInstanceOf(Refused.class).hasMessageStartingWith("JOB_DAMAGED: ");
        assertThatThrownBy(() -> jobs.update(id, job -> job)).hasMessageContaining(id.value());
    }

    @Test
    void theRecordOfAnotherJobIsNotTakenForThisOnes() {
        jobs.create(awaiting());
        JobId other = JobId.random();
        store.write(JobKeys.jobRecord(other), store.read(JobKeys.jobRecord(id)));

        assertThatThrownBy(() -> jobs.find(other)).hasMessageStartingWith("JOB_DAMAGED: ");
    }

    @Test
    void aSoundRecordIsNotMended() {
        jobs.create(awaiting());

        assertThat(jobs.mend(awaiting().queued(3, NOON))).isFalse();

        assertThat(jobs.find(id)).contains(awaiting());
    }

    @Test
    void anIdHandedOutTwiceIsAnIncident() {
        jobs.create(awaiting());
        jobs.update(id, job -> job.queued(0, NOON.plusSeconds(1)));

        assertThatThrownBy(() -> jobs.create(awaiting()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(id.value());
    }

    @Test
    void createThatIsRepeatedBecauseItsAnswerGotLostIsOneCreate() {
        jobs.create(awaiting());
        jobs.create(awaiting());

        assertThat(jobs.find(id)).contains(awaiting());
    }

    @Test
    void everyStageOfAJobIsReadBack() {
        jobs.create(awaiting());
        jobs.update(id, job -> job.queued(0, NOON.plusSeconds(1)));
        Job ended = jobs.update(
                        id,
                        job -> job.ended(
                                Status.PARTIAL,
                                List.of(
                                        new Job.PictureResult(1, Optional.of("key"), Optional.empty()),
                                        new Job.PictureResult(
                                                2, Optional.empty(), Optional.of(new Problem("BUSY", "Later.", true)))),
                                Optional.empty(),
                                NOON.plusSeconds(9)))
                .orElseThrow();

        assertThat(jobs.find(id)).contains(ended);
        assertThat(ended.queuedAt()).contains(NOON.plusSeconds(1));
    }

    @Test
    void aReplayForgetsHowTheJobEnded() {
        Job ended = awaiting()
                .queued(0, NOON)
                .ended(Status.FAILED, List.of(), Optional.of(new Problem("X", "x", true)), NOON);

        Job replayed = ended.queued(1, NOON.plusSeconds(60));

        assertThat(replayed.status()).isEqualTo(Status.QUEUED);
        assertThat(replayed.attempt()).isEqualTo(1);
        assertThat(replayed.endedAt()).isEmpty();
        assertThat(replayed.error()).isEmpty();
    }

    @Test
    void aRunningStatusIsNoEnd() {
        assertThatThrownBy(() -> awaiting().ended(Status.RUNNING, List.of(), Optional.empty(), NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void updatingNothingDoesNothing() {
        assertThat(jobs.update(id, job -> job.queued(0, NOON))).isEmpty();
        assertThat(store.list("")).isEmpty();
    }

    @Test
    void aChangeThatChangesNothingWritesNothing() {
        jobs.create(awaiting());
        String before = store.head(JobKeys.jobRecord(id)).orElseThrow().version();

        assertThat(jobs.update(id, job -> job)).contains(awaiting());
        assertThat(store.head(JobKeys.jobRecord(id)).orElseThrow().version()).isEqualTo(before);
    }

    @Test
    void noWriterLosesAnothersChange() throws Exception {
        jobs.create(awaiting());
        int writers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            Callable<Integer> tenMore = () -> {
                for (int i = 0; i < 10; i++) addOne();
                return 10;
            };
            List<Future<Integer>> running = IntStream.range(0, writers)
                    .mapToObj(i -> threads.submit(tenMore))
                    .toList();
            int wanted = 0;
            for (Future<Integer> writer : running) wanted += writer.get();

            assertThat(jobs.find(id).orElseThrow().attempt()).isEqualTo(wanted);
        } finally {
            threads.shutdownNow();
        }
    }

    private void addOne() {
        while (true) {
            try {
                jobs.update(id, job -> job.queued(job.attempt() + 1, NOON));
                return;
            } catch (Busy e) {
                Thread.onSpinWait(); // lost ten races in a row: what its message says, try later
            }
        }
    }

    @Test
    void aRecordThatNeverStandsStillIsBusy() {
        jobs.create(awaiting());

        assertThatThrownBy(() -> jobs.update(id, job -> {
                    store.write(JobKeys.jobRecord(id), Json.bytes(job));
                    return job.queued(7, NOON);
                }))
                .isInstanceOf(Busy.class)
                .hasMessageContaining("job.json");
        assertThat(jobs.find(id).orElseThrow().attempt()).isZero();
    }

    private Job awaiting() {
        return Job.awaitingUpload(
                id,
                new JobRequest("face.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of()),
                NOON);
    }
}
