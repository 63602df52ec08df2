package booth.core.operating;

import booth.core.job.Executions;
import booth.core.job.Executions.Run;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.Jobs;
import booth.core.job.Status;
import java.util.Optional;

/**
 * Stops a job that is on its way. Its execution ends as aborted with the error {@link #ERROR}; whoever hears of that end
 * writes it into job.json.
 */
public final class Cancel {
    public static final String ERROR = "Booth.Canceled";

    private final Jobs jobs;
    private final Executions executions;

    public Cancel(Jobs jobs, Executions executions) {
        this.jobs = jobs;
        this.executions = executions;
    }

    public OperationResult cancel(JobId id) {
        Optional<Job> job = jobs.find(id);
        if (job.isEmpty()) return no(id, "There is no such job; its results have expired, or it was erased.");
        Status status = job.get().status();
        if (status == Status.CANCELED) return OperationResult.canceled(id, "It was canceled before.");
        if (status == Status.HELD || status == Status.AWAITING_UPLOAD)
            return no(id, "It still waits for its photo; nothing is running that could be stopped.");
        if (status.ended()) return no(id, "It is over already: " + status.word() + ".");
        return stop(id, id.executionName(job.get().attempt()));
    }

    private OperationResult stop(JobId id, String name) {
        Optional<Run> run = executions.find(name);
        if (run.isEmpty()) return no(id, "Its execution " + name + " was never started; replay the job, or leave it.");
        if (run.get().state() != Executions.State.RUNNING)
            return no(
                    id,
                    "Its execution " + name + " has ended already: " + run.get().state() + ".");
        executions.stop(name, ERROR, "An operator canceled the job.");
        return OperationResult.canceled(id, name + " is stopped.");
    }

    private static OperationResult no(JobId id, String why) {
        return OperationResult.notCanceled(id.value(), why);
    }
}
