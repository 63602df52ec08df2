package booth.intake;

import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Status;
import booth.core.operating.StartJob;
import java.util.Optional;

/**
 * Starts the job whose photo has arrived, once, however often S3 says so.
 *
 * <p>Only a photo that a job waits for counts: in the uploads bucket, under exactly the key that was signed for the job.
 * Anything else in there was not asked for and is ignored, and so is a photo of a job that is past waiting.
 * A job that is held is started by whoever asks for its pictures. A photo of a job that is being erased, or is gone, was
 * under way when that began, and is deleted.
 *
 * <p>What the photo is like is not looked at here, not even its size: whatever is wrong with it is found, recorded and
 * announced in one place, the state machine.
 */
final class Intake {
    private final StartJob startJob;
    private final Jobs jobs;
    private final ObjectStore photos;
    private final String bucket;
    private final JsonLog log;

    /**
     * @param photos the uploads bucket
     * @param bucket its name
     */
    Intake(StartJob startJob, Jobs jobs, ObjectStore photos, String bucket, JsonLog log) {
        this.startJob = startJob;
        this.jobs = jobs;
        this.photos = photos;
        this.bucket = bucket;
        this.log = log;
    }

    void accept(Arrival arrival) {
        Optional<JobId> id =
                JobKeys.jobOf(arrival.key()).filter(any -> arrival.bucket().equals(bucket));
        Optional<Job> job = id.flatMap(jobs::find);
        if (id.isPresent() && job.isEmpty()) erase(id.get(), arrival);
        else job.filter(found -> isWaitedFor(arrival, found)).ifPresentOrElse(this::start, () -> ignore(arrival));
    }

    private static boolean isWaitedFor(Arrival arrival, Job job) {
        return job.keys().upload().equals(arrival.key()) && job.status() == Status.AWAITING_UPLOAD;
    }

    private void start(Job job) {
        log.write(LogLine.of("execution_started").job(job.jobId()).execution(startJob.start(job)));
    }

    private void erase(JobId job, Arrival arrival) {
        photos.delete(arrival.key());
        log.write(LogLine.of("photo_erased").job(job));
    }

    private void ignore(Arrival arrival) {
        LogLine line = LogLine.of("object_ignored");
        log.write(JobKeys.jobOf(arrival.key()).map(line::job).orElse(line));
    }
}
