package booth.core.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.job.ErasureAwareStore;
import booth.core.job.ExecutionInput;
import booth.core.job.Executions;
import booth.core.job.Executions.State;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.MortalStore;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import booth.core.watching.Watchers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EraseTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final InMemoryObjectStore folder = new InMemoryObjectStore();
    private final InMemoryObjectStore uploads = new InMemoryObjectStore();
    private final InMemoryExecutions executions = new InMemoryExecutions() {
        @Override
        public Optional<Executions.Run> find(String name) {
            stepFunctionsMood.run();
            return super.find(name);
        }
    };
    private final Jobs jobs = new Jobs(folder);
    private final Erase erase = new Erase(folder, uploads, executions, () -> NOW);
    private Runnable stepFunctionsMood = () -> {};

    @BeforeEach
    void aJobRuns() {
        Job job = Job.awaitingUpload(
                JOB, new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of()), NOW);
        jobs.create(job);
        uploads.write(job.keys().upload(), new byte[1]);
        jobs.update(JOB, waiting -> waiting.queued(0, NOW));
        executions.start(JOB + "-r0", ExecutionInput.of(job));
        folder.write(JobKeys.frame(JOB), new byte[1]);
        new Watchers(folder).add(JOB, "page");
    }

    @Test
    void nothingIsLeftOfAnErasedJob() {
        assertThat(erase.erase(JOB)).isTrue();

        assertThat(folder.list("")).isEmpty();
        assertThat(uploads.list("")).isEmpty();
        assertThat(executions.find(JOB + "-r0")).map(Executions.Run::state).contains(State.ABORTED);
    }

    @Test
    void whatBelongsToOthersStays() {
        folder.write("photo/" + "f".repeat(32) + "/frame.png", new byte[1]);
        folder.write("keys/k.json", new byte[1]);

        erase.erase(JOB);

        assertThat(folder.list("")).hasSize(2);
    }

    @Test
    void aJobThatIsNotThereCannotBeErased() {
        erase.erase(JOB);

        assertThat(erase.erase(JOB)).isFalse();
    }

    @Test
    void anErasureThatBrokeOffPaintsNothingMoreAndIsRepeated() {
        stepFunctionsMood = () -> {
            throw new Busy("Step Functions is busy", new IllegalStateException());
        };
        assertThatThrownBy(() -> erase.erase(JOB)).isInstanceOf(Busy.class);
        assertThat(jobs.find(JOB)).as("nobody finds it any more").isEmpty();
        assertThat(jobs.findRecord(JOB)).as("but who is to erase it").isPresent();
        stepFunctionsMood = () -> {};

        assertThat(erase.erase(JOB)).isTrue();

        assertThat(folder.list("")).isEmpty();
    }

    @Test
    void aJobThatHasEndedKeepsItsEndUntilItIsGone() {
        jobs.update(JOB, job -> job.ended(Status.SUCCEEDED, List.of(), Optional.empty(), NOW));
        stepFunctionsMood =
                () -> assertThat(jobs.findRecord(JOB)).map(Job::status).contains(Status.SUCCEEDED);

        assertThat(erase.erase(JOB)).isTrue();
    }

    @Test
    void aJobThatIsBeingErasedIsFoundByNobodyAndChangedByNobody() {
        erase.begin(JOB);

        assertThat(JobView.of(JOB, folder, key -> key)).isEmpty();
        assertThat(jobs.update(JOB, job -> job.queued(7, NOW))).isEmpty();
        assertThat(new Replay(folder, uploads, executions, () -> NOW).plan(JOB, true))
                .isInstanceOf(ReplayAnswer.Impossible.class);
        assertThat(new Cancel(jobs, executions).cancel(JOB).failed()).isTrue();
    }

    @Test
    void aPhotoThatIsCalledLikeTheRecordGoesToo() {
        uploads.write(JobKeys.jobRecord(JOB), new byte[1]);

        erase.erase(JOB);

        assertThat(uploads.list("")).isEmpty();
    }

    /** What two listings in a row do not empty is written to by somebody who does not look at the record. */
    @Test
    void aFolderThatIsNeverEmptyIsLeftForLater() {
        ObjectStore restless = new MortalStore(uploads, Integer.MAX_VALUE) {
            @Override
            public void delete(String key) {
                super.delete(key);
                super.write(key, new byte[1]);
            }
        };

        assertThatThrownBy(() -> new Erase(folder, restless, executions, () -> NOW).erase(JOB))
                .isInstanceOf(Busy.class);

        assertThat(jobs.findRecord(JOB)).isPresent();
    }

    /** Dies at each request to the buckets in turn, until it comes through. */
    @Test
    void whereverAnErasureDiesARepetitionEndsIt() {
        int deaths = 0;
        while (dies(deaths)) {
            deaths++;
            if (jobs.findRecord(JOB).isPresent()) assertThat(erase.erase(JOB)).isTrue();
            assertThat(folder.list("")).as("after death %d", deaths).isEmpty();
            assertThat(uploads.list("")).as("after death %d", deaths).isEmpty();
            anotherJobRuns();
        }

        assertThat(deaths).isGreaterThan(10);
        assertThat(folder.list("")).isEmpty();
    }

    private boolean dies(int requests) {
        MortalStore mortal = new MortalStore(folder, requests);
        try {
            return !new Erase(mortal, mortal.with(uploads), executions, () -> NOW).erase(JOB);
        } catch (MortalStore.Dead e) {
            return true;
        }
    }

    private void anotherJobRuns() {
        executions.end(JOB + "-r0", State.ABORTED, "Booth.Canceled", "Detect");
        aJobRuns();
    }

    @Test
    void whoeverWritesWhileJobsAreErasedLeavesNothing() {
        for (int round = 0; round < 200; round++) {
            JobId guest = JobId.random();
            Job job = Job.awaitingUpload(
                            guest,
                            new JobRequest(
                                    "a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of()),
                            NOW)
                    .queued(0, NOW);
            jobs.create(job);
            ObjectStore theirs = new ErasureAwareStore(folder);
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 1; i <= 6; i++) {
                String key = i % 2 == 0 ? job.keys().picture(i) : JobKeys.order(guest, i);
                work.add(() -> taken(theirs, key));
            }
            work.add(3, () -> erase.erase(guest));

            Concurrently.each(work, EraseTest::call);

            assertThat(folder.list(JobKeys.folder(guest))).as("round %d", round).isEmpty();
        }
        assertThat(jobs.find(JOB)).as("others are unharmed").isPresent();
        assertThat(folder.exists(JobKeys.frame(JOB))).isTrue();
    }

    private static boolean taken(ObjectStore store, String key) {
        try {
            return store.create(key, new byte[1]);
        } catch (Refused e) {
            assertThat(e.code()).isEqualTo(ErasureAwareStore.CODE);
            return false;
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
