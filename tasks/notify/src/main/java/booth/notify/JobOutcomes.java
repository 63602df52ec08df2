package booth.notify;

import booth.core.Busy;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Problem;
import booth.core.job.WaitingList;
import booth.core.watching.ChangeNotifier;
import booth.core.watching.ChangePublisher;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Makes a job's state known. An end goes into job.json first, by compare-and-swap, because everything else can be told
 * again from there; then to the topic and to the address that the booth named; then those who watch are told. Whoever
 * fails on the way may simply be run again: the record is neither lost nor doubled, only the announcement may come twice,
 * as any message on a topic may.
 */
final class JobOutcomes {
    private final ObjectStore folder;
    private final UnaryOperator<String> links;
    private final Announcer announcer;
    private final Callbacks callbacks;
    private final WaitingList line;
    private final ChangeNotifier herald;
    private final InstantSource clock;
    private final JsonLog log;

    /** @param links turns a key of the jobs bucket into a link a guest can open */
    JobOutcomes(
            ObjectStore folder,
            UnaryOperator<String> links,
            Announcer announcer,
            Callbacks callbacks,
            ChangePublisher messenger,
            InstantSource clock,
            JsonLog log) {
        this.folder = folder;
        this.links = links;
        this.announcer = announcer;
        this.callbacks = callbacks;
        this.line = new WaitingList(folder);
        this.herald = new ChangeNotifier(folder, messenger);
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
    Optional<Job> end(JobId id, JobOutcome verdict, Predicate<Job> concerns) {
        Instant now = clock.instant();
        Optional<Job> job =
                new Jobs(folder).update(id, before -> concerns.test(before) ? verdict.recordIn(before, now) : before);
        job.filter(concerns).filter(verdict::isRecordedIn).ifPresent(this::announce);
        if (hasEnded(job)) herald.leftTheLine(id, clock.instant());
        return job;
    }

    /** Records that a job runs again which {@code concerns} says has ended, and has those who watch it told. */
    void again(JobId id, Instant when, Predicate<Job> concerns) {
        new Jobs(folder).update(id, job -> concerns.test(job) ? job.queued(job.attempt(), when) : job);
        herald.changed(id);
    }

    /**
     * Has those who watch a job told of a file that landed. Its mask is where the job begins to wait for its pictures; the
     * event may come late, when the wait is over already.
     */
    void landed(JobId id, String key, Instant when) {
        if (JobKeys.isMask(key)) {
            line.join(id, when);
            if (hasEnded(new Jobs(folder).find(id))) herald.leftTheLine(id, clock.instant());
        }
        herald.changed(id);
    }

    /** Also when it has been erased. */
    private static boolean hasEnded(Optional<Job> job) {
        return job.map(now -> now.status().ended()).orElse(true);
    }

    private void announce(Job job) {
        LogLine entry = LogLine.of("job_" + job.status().word())
                .job(job.jobId())
                .execution(job.jobId().executionName(job.attempt()));
        log.write(job.error().map(Problem::code).map(entry::error).orElse(entry));
        Optional<JobView> view = JobView.of(job.jobId(), folder, links);
        view.ifPresent(announcer::announce);
        callbacks.due(job);
        herald.changed(job.jobId());
    }
}
