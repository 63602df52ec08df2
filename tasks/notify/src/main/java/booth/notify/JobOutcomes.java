package booth.notify;

import booth.core.Busy;
import booth.core.Primed;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Writes how a job ends into job.json and announces it. The record comes first, by compare-and-swap, because everything
 * else can be told again from there; then the topic and the address that the booth named; then those who watch. Whoever
 * fails on the way may simply be run again: the record is neither lost nor doubled, only the announcement may come twice,
 * as any message on a topic may.
 */
final class JobOutcomes implements Primed {
    private final ObjectStore store;
    private final UnaryOperator<String> links;
    private final Announcer announcer;
    private final Callbacks callbacks;
    private final JobProgress progress;
    private final InstantSource clock;
    private final JsonLog log;

    /**
     * @param store the jobs bucket
     * @param links turns a key of the jobs bucket into a link a guest can open
     */
    JobOutcomes(
            ObjectStore store,
            UnaryOperator<String> links,
            Announcer announcer,
            Callbacks callbacks,
            JobProgress progress,
            InstantSource clock,
            JsonLog log) {
        this.store = store;
        this.links = links;
        this.announcer = announcer;
        this.callbacks = callbacks;
        this.progress = progress;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public void prime() {
        announcer.prime();
    }

    /**
     * Records and announces how a job ends, unless {@code concerns} says that the outcome is not about the job as it now
     * stands.
     *
     * @return the job as it stands afterwards; empty when it has been erased
     * @throws Busy when storage or topic are out of reach; then do it again
     */
    Optional<Job> record(JobId id, JobOutcome outcome, Predicate<Job> concerns) {
        Instant now = clock.instant();
        Optional<Job> job =
                new Jobs(store).update(id, before -> concerns.test(before) ? outcome.recordIn(before, now) : before);
        job.filter(concerns).filter(outcome::isRecordedIn).ifPresent(this::announce);
        progress.leaveIfEnded(id, job);
        return job;
    }

    private void announce(Job job) {
        LogLine entry = LogLine.of("job_" + job.status().word())
                .job(job.jobId())
                .execution(job.jobId().executionName(job.attempt()));
        log.write(job.error().map(Problem::code).map(entry::error).orElse(entry));
        Optional<JobView> view = JobView.of(job.jobId(), store, links);
        view.ifPresent(announcer::announce);
        callbacks.due(job);
        progress.changed(job.jobId());
    }
}
