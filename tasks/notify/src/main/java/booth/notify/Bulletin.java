package booth.notify;

import booth.core.Busy;
import booth.core.Job;
import booth.core.JobFolder;
import booth.core.JobId;
import booth.core.JobView;
import booth.core.Jobs;
import booth.core.JsonLog;
import booth.core.LogLine;
import booth.core.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Makes a job's state known. An end goes into job.json first, by compare-and-swap, because everything else can be told
 * again from there; then to the topic, then to those who watch. Whoever fails on the way may simply be run again: the
 * record is neither lost nor doubled, only the announcement may come twice, as any message on a topic may.
 */
final class Bulletin {
    private final JobFolder folder;
    private final UnaryOperator<String> links;
    private final Announcer announcer;
    private final Listeners listeners;
    private final InstantSource clock;
    private final JsonLog log;

    /** @param links turns a key of the jobs bucket into a link a guest can open */
    Bulletin(
            JobFolder folder,
            UnaryOperator<String> links,
            Announcer announcer,
            Listeners listeners,
            InstantSource clock,
            JsonLog log) {
        this.folder = folder;
        this.links = links;
        this.announcer = announcer;
        this.listeners = listeners;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Records and announces how a job ends, unless {@code concerns} says that the verdict is not about the job as it now
     * stands.
     *
     * @return the job as it stands afterwards; empty when it has been erased
     * @throws Busy when storage or topic are out of reach; then do it again
     */
    Optional<Job> end(JobId id, Verdict verdict, Predicate<Job> concerns) {
        Instant now = clock.instant();
        Optional<Job> job =
                new Jobs(folder).update(id, before -> concerns.test(before) ? verdict.recordIn(before, now) : before);
        job.filter(concerns).filter(verdict::isRecordedIn).ifPresent(this::announce);
        return job;
    }

    /** Pushes how a job stands to those who watch it. */
    void progress(JobId id) {
        listeners.tell(id, () -> JobView.of(id, folder, links));
    }

    private void announce(Job job) {
        LogLine line = LogLine.of("job_" + job.status().word())
                .job(job.jobId())
                .execution(job.jobId().executionName(job.attempt()));
        log.write(job.error().map(Problem::code).map(line::error).orElse(line));
        Optional<JobView> view = JobView.of(job.jobId(), folder, links);
        view.ifPresent(announcer::announce);
        listeners.tell(job.jobId(), () -> view);
    }
}
