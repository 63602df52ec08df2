package booth.core.operating;

import booth.core.job.ExecutionInput;
import booth.core.job.Executions;
import booth.core.job.Job;
import booth.core.job.Jobs;
import booth.core.job.Status;
import booth.core.watching.ChangeNotifier;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Starts a job whose photo is there, once, however often and by whomever it is asked to.
 *
 * <p>The execution is started <em>before</em> job.json says {@code queued}. Who dies in between does no harm: the next
 * one finds the job still waiting, starts an execution that exists already (which changes nothing: same name, same input,
 * for the input follows from the request, and that is settled before a job may start) and writes the record. The other
 * way round, a job could say {@code queued} with nothing running. An execution that is faster than this record has
 * already written how the job ended; the change is made only to a job that still waits, so that end stays.
 */
public final class StartJob {
    private final Executions executions;
    private final Jobs jobs;
    private final ChangeNotifier changes;
    private final InstantSource clock;

    public StartJob(Executions executions, Jobs jobs, ChangeNotifier changes, InstantSource clock) {
        this.executions = executions;
        this.jobs = jobs;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @param job is awaiting its upload
     * @return the execution's name
     */
    public String start(Job job) {
        String execution = job.jobId().executionName(0);
        executions.start(execution, ExecutionInput.of(job));
        Optional<Job> started = jobs.update(
                job.jobId(),
                before -> before.status() == Status.AWAITING_UPLOAD ? before.queued(0, clock.instant()) : before);
        if (started.isEmpty()) executions.stop(execution, Cancel.ERROR, Erase.CAUSE); // erased since it was looked at
        changes.changed(job.jobId());
        return execution;
    }
}
