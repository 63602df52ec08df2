package booth.core.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.ExecutionInput;
import booth.core.Executions;
import booth.core.Executions.State;
import booth.core.InMemoryExecutions;
import booth.core.InMemoryJobFolder;
import booth.core.Job;
import booth.core.JobId;
import booth.core.JobRequest;
import booth.core.Jobs;
import booth.core.Names;
import booth.core.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EraseTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final InMemoryJobFolder folder = new InMemoryJobFolder();
    private final InMemoryJobFolder uploads = new InMemoryJobFolder();
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
        uploads.write(job.names().upload(), new byte[1]);
        jobs.update(JOB, waiting -> waiting.queued(0, NOW));
        executions.start(JOB + "-r0", ExecutionInput.of(job));
        folder.write(Names.frame(JOB), new byte[1]);
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
