package booth.intake;

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
import booth.core.operating.Launch;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Starts the job whose photo has arrived, once, however often S3 says so.
 *
 * <p>Only a photo that a job waits for counts: in the uploads bucket, under exactly the key that was signed for the job.
 * Anything else in there was not asked for and is ignored, and so is a photo of a job that is past waiting.
 * A job that is held is started by whoever asks for its pictures.
 */
final class Intake {
    private final Launch launch;
    private final Jobs jobs;
    private final String bucket;
    private final InstantSource clock;
    private final JsonLog log;

    /** @param bucket the uploads bucket */
    Intake(Executions executions, Jobs jobs, String bucket, InstantSource clock, JsonLog log) {
        this.launch = new Launch(executions, jobs, clock);
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
        Optional<Problem> problem = photo.size().flatMap(Intake::problem);
        if (problem.isPresent()) {
            jobs.update(
                    id,
                    before -> waits(before)
                            ? before.ended(Status.REJECTED, List.of(), problem, clock.instant())
                            : before);
            log.write(LogLine.of("photo_rejected")
                    .job(id)
                    .error(problem.get().code())
                    .message(problem.get().message()));
        } else {
            String execution = launch.start(job);
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
