package booth.aws;

import booth.core.Refused;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** Opens a job: writes its record, and signs the one upload that may start it. Signs what else booths send, too. */
public final class Uploads {
    /** How long the booth has to send the photo. */
    public static final Duration VALID = Duration.ofSeconds(300);

    /**
     * Where to send the photo.
     *
     * @param method always {@code PUT}
     * @param headers are signed with the URL: the upload is refused without exactly these
     */
    public record Upload(JobId jobId, String method, URI url, Map<String, String> headers, Instant expiresAt) {}

    private final Jobs jobs;
    private final S3Presigner presigner;
    private final String bucket;
    private final InstantSource clock;

    /** @param bucket the uploads bucket */
    public Uploads(Jobs jobs, S3Presigner presigner, String bucket, InstantSource clock) {
        this.jobs = jobs;
        this.presigner = presigner;
        this.bucket = bucket;
        this.clock = clock;
    }

    /**
     * @param length of the photo in bytes; S3 itself refuses any other
     * @throws Refused {@code PHOTO_TOO_LARGE} or {@code EMPTY_PHOTO}, or what {@link JobRequest#requireNew} refuses,
     *     before anything is written
     */
    public Upload open(JobRequest request, long length) {
        return sign(open(request, Optional.of(length)), Optional.of(length));
    }

    /**
     * Without a length S3 takes any; a photo that is too large or empty is then refused when it has arrived.
     *
     * @throws Refused {@code PHOTO_TOO_LARGE} or {@code EMPTY_PHOTO} before anything is written
     */
    public Job open(JobRequest request, Optional<Long> length) {
        return open(request, length, job -> job);
    }

    /**
     * As {@link #open(JobRequest, Optional)}.
     *
     * @param more what else is known of the job; called once its id is
     */
    public Job open(JobRequest request, Optional<Long> length, UnaryOperator<Job> more) {
        length.ifPresent(Uploads::requireLength);
        return create(more.apply(Job.awaitingUpload(JobId.random(), request, clock.instant())));
    }

    /** Opens a job whose photo starts nothing until somebody asks for its pictures. */
    public Job hold(JobRequest request) {
        return create(Job.held(JobId.random(), request, clock.instant()));
    }

    private Job create(Job job) {
        job.request().requireNew();
        jobs.create(job);
        return job;
    }

    /** @throws Refused {@code PHOTO_TOO_LARGE} or {@code EMPTY_PHOTO} */
    public static void requireLength(long length) {
        if (length > booth.core.image.Photo.MAX_BYTES)
            throw new Refused("PHOTO_TOO_LARGE", "The photo has " + length + " bytes; at most 15 MB are taken.");
        if (length < 1) throw new Refused("EMPTY_PHOTO", "The photo is empty.");
    }

    /** The upload that a job waits for; it may be signed any number of times. */
    public Upload sign(Job job, Optional<Long> length) {
        PresignedPutObjectRequest signed =
                presigned(job.keys().upload(), job.request().contentType(), length);
        return new Upload(
                job.jobId(),
                signed.httpRequest().method().name(),
                URI.create(signed.url().toString()),
                signed.signedHeaders().entrySet().stream()
                        .filter(header -> !header.getKey().equalsIgnoreCase("host"))
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, header -> String.join(",", header.getValue()))),
                signed.expiration());
    }

    /** A PUT under a key of the caller's choice; without a length S3 takes any. */
    public URI sign(String key, String contentType, Optional<Long> length) {
        return URI.create(presigned(key, contentType, length).url().toString());
    }

    private PresignedPutObjectRequest presigned(String key, String contentType, Optional<Long> length) {
        return presigner.presignPutObject(put -> put.signatureDuration(VALID).putObjectRequest(object -> {
            object.bucket(bucket).key(key).contentType(contentType);
            length.ifPresent(object::contentLength);
        }));
    }

    /** Where photos go. */
    public String bucket() {
        return bucket;
    }
}
