package booth.core.operating;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.ExecutionInput;
import booth.core.job.Executions;
import booth.core.job.Executions.State;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MendTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final InMemoryObjectStore folder = new InMemoryObjectStore();
    private final InMemoryObjectStore uploads = new InMemoryObjectStore();
    private final InMemoryExecutions executions = new InMemoryExecutions();
    private final Jobs jobs = new Jobs(folder);
    private final Mend mend = new Mend(folder, uploads, executions, () -> NOW.plusSeconds(60));
    private Job job = Job.awaitingUpload(
            JOB, new JobRequest("a.b.PNG", "image/png", Optional.of("me"), Optional.empty(), "hall", List.of()), NOW);

    @BeforeEach
    void aJobWaits() {
        jobs.create(job);
        uploads.write(job.keys().upload(), new byte[1]);
    }

    private void begin() {
        executions.start(JOB + "-r0", ExecutionInput.of(job));
        job = jobs.update(JOB, waiting -> waiting.queued(0, NOW)).orElseThrow();
        folder.write(job.keys().picture(2), new byte[1]);
    }

    private void damage() {
        folder.write(JobKeys.jobRecord(JOB), "{\"jobId\": \"012".getBytes(UTF_8));
    }

    @Test
    void theRecordIsMadeAgainOfWhatElseIsKnown() {
        begin();
        damage();

        assertThat(mend.mend(JOB)).isTrue();

        Job mended = jobs.find(JOB).orElseThrow();
        assertThat(mended.request()).isEqualTo(job.request());
        assertThat(mended.createdAt()).isEqualTo(NOW);
        assertThat(mended.status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void nothingIsLeftOfAJobThatIsErasedAfterItsRecordWasDamaged() {
        begin();
        damage();

        mend.mend(JOB);
        assertThat(new Erase(folder, uploads, executions, () -> NOW).erase(JOB)).isTrue();

        assertThat(folder.list("")).isEmpty();
        assertThat(uploads.list("")).isEmpty();
        assertThat(executions.find(JOB + "-r0")).map(Executions.Run::state).contains(State.ABORTED);
    }

    @Test
    void aJobThatEndedIsReplayedAndKeepsItsPicture() {
        begin();
        executions.end(JOB + "-r0", State.SUCCEEDED, "", "Notify");
        damage();

        mend.mend(JOB);

        Replay replay = new Replay(folder, uploads, executions, () -> NOW);
        assertThat(replay.plan(JOB, false)).isInstanceOfSatisfying(ReplayAnswer.Plan.class, plan -> {
            assertThat(plan.execution()).isEqualTo(JOB + "-r1");
            assertThat(plan.kept()).containsExactly(2);
            assertThat(plan.painted()).containsExactly(1, 3);
        });
    }

    @Test
    void aJobThatWaitsIsTakenIn() {
        damage();

        mend.mend(JOB);

        assertThat(jobs.find(JOB)).map(Job::status).contains(Status.AWAITING_UPLOAD);
    }

    @Test
    void aSoundRecordStaysAsItIs() {
        begin();

        assertThat(mend.mend(JOB)).isFalse();
        assertThat(mend.mend(JobId.random())).isFalse();

        assertThat(jobs.find(JOB)).contains(job);
    }
}
