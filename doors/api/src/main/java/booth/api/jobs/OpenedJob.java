package booth.api.jobs;

import booth.aws.Uploads;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.Status;
import booth.http.GuestToken;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to {@code createJob}.
 *
 * @param guestToken for the guest alone: erases the job; empty where no key opened it
 * @param upload empty when the photo has arrived already
 */
public record OpenedJob(JobId jobId, Status status, Optional<String> guestToken, Optional<Upload> upload, Links links) {
    record Upload(String method, URI url, Map<String, String> headers, Instant expiresAt) {}

    /** Paths of this API. */
    public record Links(String self, String replay, String cancel) {
        public static Links of(JobId job) {
            String self = "/v1/jobs/" + job;
            return new Links(self, self + "/replay", self + "/cancel");
        }
    }

    public static OpenedJob of(Job job, GuestToken token, Optional<Uploads.Upload> upload) {
        return new OpenedJob(
                job.jobId(),
                job.status(),
                Optional.of(token.text()),
                upload.map(put -> new Upload(put.method(), put.url(), put.headers(), put.expiresAt())),
                Links.of(job.jobId()));
    }

    /** One that is not ready yet, for who waited for it. */
    public static OpenedJob of(JobId job, Status status) {
        return new OpenedJob(job, status, Optional.empty(), Optional.empty(), Links.of(job));
    }
}
