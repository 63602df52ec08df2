package booth.notify;

import booth.core.Busy;
import booth.core.Primed;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobLinks;
import booth.core.job.JobView;
import booth.core.job.Jobs;
import booth.core.job.MadePictures;
import booth.core.job.ObjectStore;
import booth.core.job.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Writes how a job ends into job.json and announces it. The record comes first, by compare-and-swap, because everything
 * else can be told again from there; then the topic and the address that the booth named; then those who watch. Whoever
 * fails on the way may simply be run again: the record is neither lost nor doubled, only the announcement may come twice,
 * as any message on a topic may.
 */
final class JobOutcomes implements Primed {
    /** An end gets better three times, with each picture that lands. */
    private static final int MOST_WORDS = 10;

    private final ObjectStore store;
    private final Jobs jobs;
    private final JobLinks links;
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
            JobLinks links,
            Announcer announcer,
            Callbacks callbacks,
            JobProgress progress,
            InstantSource clock,
            JsonLog log) {
        this.store = store;
        this.jobs = new Jobs(store);
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
     * @param concerns is given the outcome with the pictures that exist
     * @return the job as it stands afterwards; empty when it has been erased
     * @throws Busy when storage or topic are out of reach; then do it again
     */
    Optional<Job> record(JobId id, JobOutcome outcome, BiPredicate<Job, JobOutcome> concerns) {
        Instant now = clock.instant();
        jobs.update(id, before -> {
            JobOutcome end = counted(outcome, before);
            return concerns.test(before, end) ? end.recordIn(before, now) : before;
        });
        Optional<Job> job = recount(id);
        job.filter(after -> {
                    JobOutcome end = counted(outcome, after);
                    return concerns.test(after, end) && end.isRecordedIn(after);
                })
                .ifPresent(this::announce);
        progress.leaveIfEnded(id, job);
        return job;
    }

    /**
     * A picture has landed. If its job has ended without it, because its branch had given up, it ends better now, and
     * that is announced as any end is.
     */
    void pictureLanded(JobId id, String key) {
        recount(id).filter(job -> isLate(key, job)).ifPresent(this::announce);
    }

    /**
     * Counts the pictures that a job's end does not know. Whoever has recorded an end looks once more: a picture that
     * landed while it was being written found a job that still ran, and nobody else would count it.
     */
    private Optional<Job> recount(JobId id) {
        return jobs.update(id, job -> counted(JobOutcome.recordedIn(job), job).recordIn(job, clock.instant()));
    }

    private JobOutcome counted(JobOutcome outcome, Job job) {
        return outcome.wantsPictures() ? outcome.counting(MadePictures.of(job, store)) : outcome;
    }

    private static boolean isLate(String key, Job job) {
        return job.pictures().stream()
                .anyMatch(picture -> picture.late() && picture.key().equals(Optional.of(key)));
    }

    private void announce(Job job) {
        LogLine entry = LogLine.of("job_" + job.status().word())
                .job(job.jobId())
                .execution(job.jobId().executionName(job.attempt()));
        log.write(job.error().map(Problem::code).map(entry::error).orElse(entry));
        publish(job);
        callbacks.due(job);
        progress.changed(job.jobId());
    }

    /**
     * Two ends of a job may be on their way to the topic at once, and the older may be the slower. So whoever has published
     * one looks whether it still stands, and says the newer one again where it does not: the last word is the one that
     * stands.
     */
    private void publish(Job job) {
        Job said = job;
        for (int i = 0; i < MOST_WORDS; i++) {
            JobView.of(job.jobId(), store, links).ifPresent(announcer::announce);
            Optional<Job> stands =
                    jobs.find(job.jobId()).filter(now -> now.status().ended());
            if (stands.isEmpty() || stands.get().equals(said)) return;
            said = stands.get();
        }
        throw new Busy(
                "Job " + job.jobId() + " kept changing while its end was announced",
                new IllegalStateException(MOST_WORDS + " times"));
    }
}
