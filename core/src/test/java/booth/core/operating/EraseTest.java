package booth.core.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
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
        assertThat(jobs.find(JOB)).map(Job::status).contains(Status.CANCELED);
        stepFunctionsMood = () -> {};

        assertThat(erase.erase(JOB)).isTrue();

        assertThat(folder.list("")).isEmpty();
    }

    @Test
    void aJobThatHasEndedKeepsItsEndUntilItIsGone() {
        jobs.update(JOB, job -> job.ended(Status.SUCCEEDED, List.of(), Optional.empty(), NOW));
        stepFunctionsMood = () -> assertThat(jobs.find(JOB)).map(Job::status).contains(Status.SUCCEEDED);

        assertThat(erase.erase(JOB)).isTrue();
    }
}
