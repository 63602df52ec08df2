package booth.aws;

import booth.core.job.Job;
import booth.core.job.JobLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Links that a guest can open without an account: presigned GETs that expire. The
 * signer takes endpoint, region and credentials from where the clients take them, and addresses a host that is an IP by
 * path. A link never outlives the credentials it was signed with.
 */
public final class PresignedLinks implements JobLinks {
    private static final Duration DEFAULT = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(7); // S3's own limit

    /** The uploads bucket forgets a photo a day after it has come, which is after its job was opened. */
    private static final Duration PHOTO_KEPT = Duration.ofDays(1);

    private final S3Presigner signer;
    private final String jobs;
    private final String uploads;
    private final Duration valid;
    private final InstantSource clock;

    /**
     * @param jobs bucket
     * @param uploads bucket
     * @param valid how long a link works; 1 second to 7 days
     */
    public PresignedLinks(S3Presigner signer, String jobs, String uploads, Duration valid, InstantSource clock) {
        if (valid.compareTo(Duration.ofSeconds(1)) < 0 || valid.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("Links work 1 second to 7 days (LINK_SECONDS), not " + valid + ".");
        this.signer = signer;
        this.jobs = jobs;
        this.uploads = uploads;
        this.valid = valid;
        this.clock = clock;
    }

    /**
     * Links into {@code JOBS_BUCKET} and {@code UPLOADS_BUCKET} that work for {@code LINK_SECONDS}, an hour where it is
     * not set.
     */
    public static PresignedLinks from(Environment environment) {
        return new PresignedLinks(
                S3Presigner.create(),
                environment.require("JOBS_BUCKET"),
                environment.require("UPLOADS_BUCKET"),
                environment.find("LINK_SECONDS").map(PresignedLinks::seconds).orElse(DEFAULT),
                Clock.systemUTC());
    }

    @Override
    public String apply(String key) {
        return sign(jobs, key);
    }

    @Override
    public Optional<String> photo(Job job) {
        return Optional.of(job.keys().upload())
                .filter(key -> clock.instant().isBefore(job.createdAt().plus(PHOTO_KEPT)))
                .map(key -> sign(uploads, key));
    }

    private String sign(String bucket, String key) {
        return signer.presignGetObject(get -> get.signatureDuration(valid)
                        .getObjectRequest(object -> object.bucket(bucket).key(key)))
                .url()
                .toExternalForm();
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "LINK_SECONDS must be a whole number of seconds, not '" + text + "'.", e);
        }
    }
}
