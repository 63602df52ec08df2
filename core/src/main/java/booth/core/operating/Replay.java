package booth.core.operating;

import booth.core.job.ExecutionInput;
import booth.core.job.ExecutionName;
import booth.core.job.Executions;
import booth.core.job.Executions.Run;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Jobs;
import booth.core.job.MadePictures;
import booth.core.job.ObjectStore;
import booth.core.job.PipelineStates;
import booth.core.job.Status;
import booth.core.job.WaitingList;
import booth.core.operating.ReplayAnswer.Impossible;
import booth.core.operating.ReplayAnswer.NothingToDo;
import booth.core.operating.ReplayAnswer.Plan;
import booth.core.operating.ReplayAnswer.Way;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Makes a job run again: by redrive where Step Functions allows it, otherwise by a new execution {@code -r<n+1>} with the
 * same input. First it is planned, which changes nothing; then the plan is carried out.
 *
 * <p>job.json goes back to {@code queued} <em>before</em> anything is started, by compare-and-swap with the record the
 * plan was made on: of two operators one wins, and an execution that ends at once finds a record it may end. Who dies in
 * between leaves a queued job whose execution has ended or does not exist; that one can be replayed again.
 */
public final class Replay {
    private final Jobs jobs;
    private final ObjectStore folder;
    private final ObjectStore uploads;
    private final Executions executions;
    private final WaitingList waitingList;
    private final InstantSource clock;

    /**
     * @param folder the jobs bucket
     * @param uploads the uploads bucket
     */
    public Replay(ObjectStore folder, ObjectStore uploads, Executions executions, InstantSource clock) {
        this.jobs = new Jobs(folder);
        this.folder = folder;
        this.uploads = uploads;
        this.executions = executions;
        this.waitingList = new WaitingList(folder);
        this.clock = clock;
    }

    /** @param force replay a job whose photo was refused, too, although the answer will be the same */
    public ReplayAnswer plan(JobId id, boolean force) {
        Optional<Job> found = jobs.find(id);
        if (found.isEmpty()) return unknown(id);
        Job job = found.get();
        return switch (job.status()) {
            case HELD, AWAITING_UPLOAD -> planArrival(job);
            case QUEUED, RUNNING -> planUnended(job);
            case SUCCEEDED, PARTIAL -> planMissing(job);
            case REJECTED ->
                force
                        ? planNew(job, job.attempt() + 1)
                        : new Impossible(
                                id, "Its photo was refused (" + reason(job) + "); the answer would be the same.");
            case FAILED, CANCELED -> planEnded(job, run(job));
            case EXPIRED -> new Impossible(id, "It has expired; ask for a new photo.");
        };
    }

    /** A photo that has come although nobody took it in can be taken in here. */
    private ReplayAnswer planArrival(Job job) {
        if (uploads.exists(job.keys().upload())) return planNew(job, 0);
        return new Impossible(job.jobId(), "Its photo has never arrived; there is nothing to replay.");
    }

    /** Its execution is not over, or ended without a word, or an earlier replay got no further than the record. */
    private ReplayAnswer planUnended(Job job) {
        Optional<Run> run = run(job);
        if (run.isEmpty()) return planNew(job, job.attempt());
        if (run.get().state() == Executions.State.RUNNING)
            return new Impossible(job.jobId(), "It is running as " + run.get().name() + "; cancel it first, or wait.");
        return planEnded(job, run);
    }

    /** Of an execution that fell short pictures may have landed later; where it had not done painting it goes on. */
    private ReplayAnswer planMissing(Job job) {
        if (MadePictures.of(job, folder).complete())
            return new NothingToDo(job.jobId(), "It has all its pictures; there is nothing to do.");
        return planEnded(
                job, run(job).filter(Replay::redrivable).filter(run -> paints(executions.endedIn(run.name()))));
    }

    private ReplayAnswer planEnded(Job job, Optional<Run> run) {
        return run.filter(Replay::redrivable)
                .map(ended -> planRedrive(job, ended))
                .orElseGet(() -> planNew(job, job.attempt() + 1));
    }

    private static boolean redrivable(Run run) {
        return run.state().fellShort()
                && run.obstacle().isEmpty()
                && !run.error().equals(Optional.of(PipelineStates.NO_PICTURE)); // redriven, it would fail again
    }

    private ReplayAnswer planRedrive(Job job, Run run) {
        Optional<String> from = executions.endedIn(run.name());
        if (!folder.exists(JobKeys.frame(job.jobId()))
                && !uploads.exists(job.keys().upload())) return photoGone(job);
        return plan(job, Way.REDRIVE, run.name(), from, run.name() + "-redrive-" + (run.redrives() + 1), paints(from));
    }

    private static boolean paints(Optional<String> from) {
        return from.filter(PipelineStates.AFTER_PAINTING::contains).isEmpty();
    }

    private ReplayAnswer planNew(Job job, int attempt) {
        if (!uploads.exists(job.keys().upload())) return photoGone(job);
        return plan(job, Way.NEW_EXECUTION, job.jobId().executionName(attempt), Optional.empty(), "", true);
    }

    private Plan plan(Job job, Way way, String execution, Optional<String> from, String token, boolean painting) {
        MadePictures made = MadePictures.of(job, folder);
        return new Plan(job, way, execution, from, token, made.indexes(), painting ? made.missing() : List.of());
    }

    private static Impossible photoGone(Job job) {
        return new Impossible(job.jobId(), "Its photo is gone, and it cannot be made without; ask for a new one.");
    }

    private Optional<Run> run(Job job) {
        return executions.find(job.jobId().executionName(job.attempt()));
    }

    private static String reason(Job job) {
        return job.error().map(problem -> problem.code()).orElseGet(() -> Status.REJECTED.word());
    }

    /** What was done, which is the plan unless a redrive was refused after all; or why nothing was. */
    public ReplayAnswer carryOut(Plan plan) {
        Job queued = plan.before().queued(attemptOf(plan), clock.instant());
        if (!swapped(plan.before(), queued)) return overtaken(plan.job());
        if (folder.exists(queued.keys().mask())) waitingList.join(queued.jobId(), clock.instant());
        if (plan.way() == Way.NEW_EXECUTION) {
            executions.start(plan.execution(), ExecutionInput.of(queued));
            return unlessErased(plan);
        }
        if (executions.redrive(plan.execution(), plan.redriveToken())) return unlessErased(plan);
        return instead(plan, queued);
    }

    /** An erasure that came between the record and the start found nothing to stop. */
    private ReplayAnswer unlessErased(Plan plan) {
        if (jobs.find(plan.job()).isPresent()) return plan;
        executions.stop(plan.execution(), Cancel.ERROR, Erase.CAUSE);
        waitingList.leave(plan.job());
        return unknown(plan.job());
    }

    private static Impossible unknown(JobId id) {
        return new Impossible(id, "There is no such job; its results have expired, or it was erased.");
    }

    /** The redrive was refused: somebody else was faster, or it must be a new execution. */
    private ReplayAnswer instead(Plan plan, Job queued) {
        if (executions.find(plan.execution()).filter(Replay::runs).isPresent()) return overtaken(plan.job());
        Plan another = plan(
                queued, Way.NEW_EXECUTION, plan.job().executionName(queued.attempt() + 1), Optional.empty(), "", true);
        return carryOut(another);
    }

    private static boolean runs(Run run) {
        return run.state() == Executions.State.RUNNING;
    }

    private boolean swapped(Job before, Job after) {
        return jobs.update(before.jobId(), now -> now.equals(before) ? after : now)
                .equals(Optional.of(after));
    }

    private static Impossible overtaken(JobId id) {
        return new Impossible(id, "Somebody else has changed it just now; look at it again.");
    }

    private static int attemptOf(Plan plan) {
        return ExecutionName.parse(plan.execution()).orElseThrow().attempt();
    }
}
