package booth.core.job;

import booth.core.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code job.json}: what was asked for and how it ended. What lies between is not written here; it is read off the files
 * in the folder (see {@link JobView}).
 *
 * @param attempt how often the job was started again, from 0; the execution is named {@code <jobId>-r<attempt>}
 * @param queuedAt when its photo was accepted
 * @param pictures how each picture ended, once the job has ended
 * @param guest SHA-256 of the token with which the guest may erase it
 * @param expiresAt from when on its files may be gone
 * @param changes how often it was changed, not counting the guest's token; empty for never, and in records older than this count
 */
public record Job(
        JobId jobId,
        Status status,
        int attempt,
        JobRequest request,
        Instant createdAt,
        Optional<Instant> queuedAt,
        Optional<Instant> endedAt,
        List<PictureResult> pictures,
        Optional<Problem> error,
        Optional<String> guest,
        Optional<Instant> expiresAt,
        OptionalInt changes) {
    /** @param index from 1 */
    public record PictureResult(int index, Optional<String> key, Optional<Problem> error) {}

    public Job {
        pictures = List.copyOf(pictures);
    }

    public static Job awaitingUpload(JobId id, JobRequest request, Instant now) {
        return new Job(
                id,
                Status.AWAITING_UPLOAD,
                0,
                request,
                now,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** A photo of it may be sent already; what is wanted of it will be said with {@link #released}. */
    public static Job held(JobId id, JobRequest request, Instant now) {
        return awaitingUpload(id, request, now).in(Status.HELD, request);
    }

    /** Now that {@code request} is settled its photo counts. */
    public Job released(JobRequest request) {
        return in(Status.AWAITING_UPLOAD, request);
    }

    private Job in(Status status, JobRequest request) {
        return new Job(
                jobId, status, attempt, request, createdAt, queuedAt, endedAt, pictures, error, guest, expiresAt,
                oneMore());
    }

    /** Its guest may erase it, and learns how long it is kept. */
    public Job forGuest(String token, Optional<Instant> until) {
        return new Job(
                jobId,
                status,
                attempt,
                request,
                createdAt,
                queuedAt,
                endedAt,
                pictures,
                error,
                Optional.of(Sha256.hex(token)),
                until,
                changes);
    }

    /** Whether this is the token of its guest. */
    public boolean isOf(String token) {
        return guest.filter(Sha256.hex(token)::equals).isPresent();
    }

    /** Its photo has arrived, or someone replays it: it runs (again) as {@code attempt}. */
    public Job queued(int attempt, Instant now) {
        return new Job(
                jobId,
                Status.QUEUED,
                attempt,
                request,
                createdAt,
                Optional.of(now),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                guest,
                expiresAt,
                oneMore());
    }

    public Job ended(Status how, List<PictureResult> pictures, Optional<Problem> error, Instant now) {
        if (!how.ended()) throw new IllegalArgumentException(how + " is no end");
        return new Job(
                jobId,
                how,
                attempt,
                request,
                createdAt,
                queuedAt,
                Optional.of(now),
                pictures,
                error,
                guest,
                expiresAt,
                oneMore());
    }

    private OptionalInt oneMore() {
        return OptionalInt.of(changes.orElse(0) + 1);
    }

    public JobKeys keys() {
        return JobKeys.of(jobId, request);
    }
}
