package booth.core.job;

import booth.core.Sha256;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code job.json}: what was asked for and how it ended. What lies between is not written here; it is read off the files
 * in the folder (see {@link JobView}).
 *
 * <p>Its parts are flat in JSON, so a field that is new belongs into one of them and is known everywhere.
 *
 * @param changes how often it was changed, not counting the guest's token; empty for never, and in records older than this
 *     count
 */
public record Job(
        JobId jobId,
        @JsonUnwrapped Standing standing,
        JobRequest request,
        @JsonUnwrapped Times times,
        @JsonUnwrapped Outcome outcome,
        @JsonUnwrapped GuestAccess guestAccess,
        OptionalInt changes) {
    /** @param attempt how often the job was started again, from 0; the execution is named {@code <jobId>-r<attempt>} */
    public record Standing(Status status, int attempt) {
        Standing as(Status status) {
            return new Standing(status, attempt);
        }
    }

    /** @param queuedAt when its photo was accepted */
    public record Times(Instant createdAt, Optional<Instant> queuedAt, Optional<Instant> endedAt) {
        Times queued(Instant now) {
            return new Times(createdAt, Optional.of(now), Optional.empty());
        }

        Times ended(Instant now) {
            return new Times(createdAt, queuedAt, Optional.of(now));
        }
    }

    /** @param pictures how each picture ended, once the job has ended */
    public record Outcome(List<PictureResult> pictures, Optional<Problem> error) {
        static final Outcome NONE = new Outcome(List.of(), Optional.empty());

        public Outcome {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * What became of one picture.
     *
     * @param index from 1
     * @param key where it is
     * @param error why its branch gave up
     */
    public record PictureResult(int index, Optional<String> key, Optional<Problem> error) {
        public boolean made() {
            return key.isPresent();
        }

        /** Its branch gave up, but the picture came. */
        public boolean late() {
            return key.isPresent() && error.isPresent();
        }
    }

    /**
     * What the guest may do, and how long there is anything to do it with.
     *
     * @param token SHA-256 of the token with which the guest may erase the job
     * @param expiresAt from when on its files may be gone
     * @param erasingSince when somebody began to erase it; it is never taken back
     */
    public record GuestAccess(
            @JsonProperty("guest") Optional<String> token,
            Optional<Instant> expiresAt,
            Optional<Instant> erasingSince) {
        static final GuestAccess NONE = new GuestAccess(Optional.empty(), Optional.empty(), Optional.empty());

        GuestAccess erasing(Instant now) {
            return new GuestAccess(token, expiresAt, Optional.of(erasingSince.orElse(now)));
        }
    }

    public static Job awaitingUpload(JobId id, JobRequest request, Instant now) {
        return new Job(
                id,
                new Standing(Status.AWAITING_UPLOAD, 0),
                request,
                new Times(now, Optional.empty(), Optional.empty()),
                Outcome.NONE,
                GuestAccess.NONE,
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
        return new Job(jobId, standing.as(status), request, times, outcome, guestAccess, oneMore());
    }

    /** Its guest may erase it, and learns how long it is kept. */
    public Job forGuest(String token, Optional<Instant> until) {
        GuestAccess access = new GuestAccess(Optional.of(Sha256.hex(token)), until, Optional.empty());
        return new Job(jobId, standing, request, times, outcome, access, changes);
    }

    /** Whether this is the token of its guest. */
    public boolean isOf(String token) {
        return guestAccess.token().filter(Sha256.hex(token)::equals).isPresent();
    }

    /** Marks it as one that is being erased, which ends in there being none; an earlier mark stays. */
    Job erasing(Instant now) {
        return new Job(jobId, standing, request, times, outcome, guestAccess.erasing(now), changes);
    }

    boolean isBeingErased() {
        return guestAccess.erasingSince().isPresent();
    }

    /** Its photo has arrived, or someone replays it: it runs (again) as {@code attempt}. */
    public Job queued(int attempt, Instant now) {
        Standing queued = new Standing(Status.QUEUED, attempt);
        return new Job(jobId, queued, request, times.queued(now), Outcome.NONE, guestAccess, oneMore());
    }

    public Job ended(Status how, List<PictureResult> pictures, Optional<Problem> error, Instant now) {
        if (!how.ended()) throw new IllegalArgumentException(how + " is no end");
        Outcome end = new Outcome(pictures, error);
        return new Job(jobId, standing.as(how), request, times.ended(now), end, guestAccess, oneMore());
    }

    private OptionalInt oneMore() {
        return OptionalInt.of(changes.orElse(0) + 1);
    }

    public JobKeys keys() {
        return JobKeys.of(jobId, request);
    }

    public Status status() {
        return standing.status();
    }

    public int attempt() {
        return standing.attempt();
    }

    public Instant createdAt() {
        return times.createdAt();
    }

    public Optional<Instant> queuedAt() {
        return times.queuedAt();
    }

    public Optional<Instant> endedAt() {
        return times.endedAt();
    }

    public List<PictureResult> pictures() {
        return outcome.pictures();
    }

    public Optional<Problem> error() {
        return outcome.error();
    }
}
