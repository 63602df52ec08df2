package booth.intake;

import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.Executions;
import booth.core.job.Job;
import booth.core.job.JobKeys;
import booth.core.job.Jobs;
import booth.core.job.Status;
import booth.core.operating.StartJob;
import booth.core.watching.ChangeNotifier;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Starts the job whose photo has arrived, once, however often S3 says so.
 *
 * <p>Only a photo that a job waits for counts: in the uploads bucket, under exactly the key that was signed for the job.
 * Anything else in there was not asked for and is ignored, and so is a photo of a job that is past waiting.
 * A job that is held is started by whoever asks for its pictures.
 *
 * <p>What the photo is like is not looked at here, not even its size: whatever is wrong with it is found, recorded and
 * announced in one place, the state machine.
 */
final class Intake {
    private final StartJob startJob;
    private final Jobs jobs;
    private final String bucket;
    private final JsonLog log;

    /** @param bucket the uploads bucket */
    Intake(Executions executions, Jobs jobs, ChangeNotifier notifier, String bucket, InstantSource clock, JsonLog log) {
        this.startJob = new StartJob(executions, jobs, notifier, clock);
        this.jobs = jobs;
        this.bucket = bucket;
        this.log = log;
    }

    void accept(Arrival arrival) {
        Optional<Job> waiting = Optional.of(arrival)
                .filter(photo -> photo.bucket().equals(bucket))
                .flatMap(photo -> JobKeys.jobOf(photo.key()))
                .flatMap(jobs::find)
                .filter(job -> job.keys().upload().equals(arrival.key()))
                .filter(job -> job.status() == Status.AWAITING_UPLOAD);
        if (waiting.isEmpty()) log.write(ignored(arrival));
        waiting.ifPresent(job ->
                log.write(LogLine.of("execution_started").job(job.jobId()).execution(startJob.start(job))));
    }

    private static LogLine ignored(Arrival arrival) {
        LogLine line = LogLine.of("object_ignored");
        return JobKeys.jobOf(arrival.key()).map(line::job).orElse(line);
    }
}
