package booth.core.operating;

import booth.core.job.ExecutionInput;
import booth.core.job.Executions.State;
import booth.core.job.InMemoryExecutions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.Problem;
import booth.core.job.Status;
import booth.core.operating.ReplayAnswer.Impossible;
import booth.core.operating.ReplayAnswer.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A job that is being worked on, and whoever replays it. */
abstract class WithAReplay {
    static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");
    static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    static final String R0 = JOB + "-r0";
    static final String R1 = JOB + "-r1";

    final InMemoryObjectStore folder = new InMemoryObjectStore();
    final InMemoryObjectStore uploads = new InMemoryObjectStore();
    final InMemoryExecutions executions = new InMemoryExecutions() {
        @Override
        public boolean redrive(String name, String token) {
            meanwhile.run();
            return super.redrive(name, token);
        }
    };
    Runnable meanwhile = () -> {};
    final Jobs jobs = new Jobs(folder);
    Instant clock = NOW;
    final Replay replay = new Replay(folder, uploads, executions, () -> clock);

    @BeforeEach
    void aPhotoIsBeingWorkedOn() {
        JobRequest request =
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of("a meadow"));
        jobs.create(Job.awaitingUpload(JOB, request, NOW.minusSeconds(60)));
        uploads.write(job().keys().upload(), new byte[1]);
        executions.start(R0, ExecutionInput.of(job()));
        jobs.update(JOB, job -> job.queued(0, NOW.minusSeconds(50)));
    }

    void fails(int attempt, String error, String state) {
        executions.end(JOB.executionName(attempt), State.FAILED, error, state);
        ended(Status.FAILED, Optional.of(new Problem("INTERNAL_ERROR", "x", true)));
    }

    void ended(Status how, Optional<Problem> error) {
        jobs.update(JOB, job -> job.ended(how, List.of(), error, NOW.minusSeconds(5)));
    }

    Plan planned() {
        return (Plan) replay.plan(JOB, false);
    }

    String impossible() {
        return ((Impossible) replay.plan(JOB, false)).sentence();
    }

    boolean running(String execution) {
        return executions.find(execution).orElseThrow().state() == State.RUNNING;
    }

    Job job() {
        return jobs.find(JOB).orElseThrow();
    }
}
