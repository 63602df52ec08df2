package booth.core.operating;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.ExecutionInput;
import booth.core.job.Executions.State;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final InMemoryExecutions executions = new InMemoryExecutions();
    private final Jobs jobs = new Jobs(new InMemoryObjectStore());
    private final Cancel cancel = new Cancel(jobs, executions);

    @BeforeEach
    void aJobWaits() {
        jobs.create(Job.awaitingUpload(
                JOB,
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of()),
                NOW));
    }

    @Test
    void aRunningExecutionIsStoppedWithOurError() {
        runs();

        assertThat(cancel.cancel(JOB).canceled()).contains(true);

        assertThat(executions.find(JOB + "-r0")).hasValueSatisfying(run -> {
            assertThat(run.state()).isEqualTo(State.ABORTED);
            assertThat(run.error()).contains("Booth.Canceled");
        });
    }

    @Test
    void whatDoesNotRunGetsASentence() {
        assertThat(cancel.cancel(JOB).message()).contains("waits for its photo");
        jobs.update(JOB, job -> job.queued(0, NOW));
        assertThat(cancel.cancel(JOB).message()).contains("never started");
        runs();
        executions.end(JOB + "-r0", State.FAILED, "Oops", "Detect");
        assertThat(cancel.cancel(JOB).message()).contains("ended already: FAILED");
        jobs.update(JOB, job -> job.ended(Status.SUCCEEDED, List.of(), Optional.empty(), NOW));
        assertThat(cancel.cancel(JOB))
                .isEqualTo(OperationResult.notCanceled(JOB.value(), "It is over already: succeeded."));
        assertThat(cancel.cancel(new JobId("f".repeat(32))).message()).contains("no such job");
    }

    @Test
    void toCancelTwiceIsNoError() {
        jobs.update(JOB, job -> job.ended(Status.CANCELED, List.of(), Optional.empty(), NOW));

        assertThat(cancel.cancel(JOB).canceled()).contains(true);
    }

    private void runs() {
        jobs.update(JOB, job -> job.queued(0, NOW));
        executions.start(JOB + "-r0", ExecutionInput.of(jobs.find(JOB).orElseThrow()));
    }
}
