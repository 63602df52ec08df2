package booth.api.jobs;

import booth.aws.Uploads;
import booth.core.Json;
import booth.core.Refused;
import booth.core.Sha256;
import booth.core.access.BoothKey;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.Status;
import booth.core.operating.Erase;
import booth.http.Access;
import booth.http.Answer;
import booth.http.Call;
import booth.http.GuestToken;
import booth.http.JsonBody;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a job and signs its upload. With an {@code Idempotency-Key} the job is opened before the key is claimed for it:
 * a key never stands for a job that does not exist yet, and of calls that race, those that lose take their own job back
 * before anyone has heard of it.
 */
public final class CreateJob {
    private final Uploads uploads;
    private final Jobs jobs;
    private final IdempotencyKeys keys;
    private final Erase erase;
    private final Optional<Duration> retention;
    private final CallbackRule callbacks;

    /** @param retention how long jobs are kept, where that is known */
    public CreateJob(
            Uploads uploads,
            Jobs jobs,
            IdempotencyKeys keys,
            Erase erase,
            Optional<Duration> retention,
            CallbackRule callbacks) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.keys = keys;
        this.erase = erase;
        this.retention = retention;
        this.callbacks = callbacks;
    }

    public Answer create(Call call, BoothKey key) {
        NewJob body = JsonBody.read(call.request().body(), NewJob.class);
        Booths.require(key, body.booth());
        JobRequest request = body.request(key);
        request.callback().ifPresent(callbacks::require);
        Job job = call.request()
                .header("idempotency-key")
                .map(repeatable -> once(repeatable, body, request, call, key))
                .orElseGet(() -> open(body, request, call));
        Optional<Uploads.Upload> upload = Optional.of(job)
                .filter(opened -> opened.status() == Status.AWAITING_UPLOAD)
                .map(waiting -> uploads.sign(waiting, body.contentLength()));
        OpenedJob answer = OpenedJob.of(job, token(call, job), upload);
        return Answer.json(201, answer).with(Map.of("location", answer.links().self()));
    }

    private Job once(String repeatable, NewJob body, JobRequest request, Call call, BoothKey key) {
        String hash = Sha256.hex(Json.bytes(body));
        Optional<JobId> before = keys.find(key.booth(), repeatable, hash);
        if (before.isPresent()) return existing(before.get());
        Job mine = open(body, request, call);
        JobId winner = keys.claim(key.booth(), repeatable, hash, mine.jobId());
        if (winner.equals(mine.jobId())) return mine;
        erase.erase(mine.jobId());
        return existing(winner);
    }

    private Job open(NewJob body, JobRequest request, Call call) {
        return uploads.open(
                request,
                body.contentLength(),
                job -> job.forGuest(token(call, job).text(), retention.map(job.createdAt()::plus)));
    }

    private static GuestToken token(Call call, Job job) {
        return GuestToken.of(Access.secret(call.request()).orElseThrow(), job.jobId());
    }

    private Job existing(JobId id) {
        return jobs.find(id)
                .orElseThrow(() -> new Refused(
                        "JOB_ERASED", "The job of this Idempotency-Key was erased; use a new key for a new job."));
    }
}
