package booth.intake;

import booth.core.ExecutionInput;
import booth.core.Executions;
import booth.core.Job;
import booth.core.JobId;
import booth.core.Jobs;
import booth.core.JsonLog;
import booth.core.LogLine;
import booth.core.Names;
import booth.core.Photo;
import booth.core.Problem;
import booth.core.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Starts the job whose photo has arrived, once, however often S3 says so.
 *
 * <p>Only a photo that a job waits for counts: in the uploads bucket, under exactly the key that was signed for the job.
 * Anything else in there was not asked for and is ignored, and so is a photo of a job that is past waiting.
 *
 * <p>The execution is started <em>before</em> job.json says {@code queued}. Should this function die in between, the
 * notification comes again, finds the job still waiting, starts an execution that exists already (which changes
 * nothing: same name, same input, for the input follows from the request, and that never changes) and writes the record.
 * The other way round, a job could say {@code queued} with nothing running and every later notification ignored. An
 * execution that is faster than this record has already written how the job ended; the change is made only to a job that
 * still waits, so that end stays.
 */
final class Intake {
    private final Executions executions;
    private final Jobs jobs;
    private final String bucket;
    private final InstantSource clock;
    private final JsonLog log;

    /** @param bucket the uploads bucket */
    Intake(Executions executions, Jobs jobs, String bucket, InstantSource clock, JsonLog log) {
        this.executions = executions;
        this.jobs = jobs;
        this.bucket = bucket;
        this.clock = clock;
        this.log = log;
    }

    void accept(Arrival arrival) {
        Optional<Job> waiting = Optional.of(arrival)
                .filter(photo -> photo.bucket().equals(bucket))
                .flatMap(photo -> Names.jobOf(photo.key()))
                .flatMap(jobs::find)
                .filter(job -> job.names().upload().equals(arrival.key()))
                .filter(job -> job.status() == Status.AWAITING_UPLOAD);
        if (waiting.isEmpty()) log.write(ignored(arrival));
        waiting.ifPresent(job -> accept(job, arrival));
    }

    private void accept(Job job, Arrival photo) {
        JobId id = job.jobId();
        Instant now = clock.instant();
        Optional<Problem> problem = photo.size().flatMap(Intake::problem);
        if (problem.isPresent()) {
            jobs.update(id, before -> waits(before) ? before.ended(Status.REJECTED, List.of(), problem, now) : before);
            log.write(LogLine.of("photo_rejected")
                    .job(id)
                    .error(problem.get().code())
                    .message(problem.get().message()));
        } else {
            String execution = id.executionName(0);
            executions.start(execution, ExecutionInput.of(job));
            jobs.update(id, before -> waits(before) ? before.queued(0, now) : before);
            log.write(LogLine.of("execution_started").job(id).execution(execution));
        }
    }

    private static boolean waits(Job job) {
        return job.status() == Status.AWAITING_UPLOAD;
    }

    private static Optional<Problem> problem(long size) {
        if (size > Photo.MAX_BYTES)
            return Optional.of(new Problem(
                    "PHOTO_TOO_LARGE", "The photo has " + size + " bytes; at most 15 MB are taken.", false));
        if (size == 0) return Optional.of(new Problem("EMPTY_PHOTO", "The photo is empty; send it again.", false));
        return Optional.empty();
    }

    private static LogLine ignored(Arrival arrival) {
        LogLine line = LogLine.of("object_ignored");
        return Names.jobOf(arrival.key()).map(line::job).orElse(line);
    }
}
