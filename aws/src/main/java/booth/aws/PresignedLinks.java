package booth.aws;

import java.time.Duration;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Turns keys of the jobs bucket into links that a guest can open without an account: presigned GETs that expire. The
 * signer takes endpoint, region and credentials from where the clients take them, and addresses a host that is an IP by
 * path. A link never outlives the credentials it was signed with.
 */
public final class PresignedLinks implements UnaryOperator<String> {
    private static final Duration DEFAULT = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(7); // S3's own limit

    private final S3Presigner signer;
    private final String bucket;
    private final Duration valid;

    /** @param valid how long a link works; 1 second to 7 days */
    public PresignedLinks(S3Presigner signer, String bucket, Duration valid) {
        if (valid.compareTo(Duration.ofSeconds(1)) < 0 || valid.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("Links work 1 second to 7 days (LINK_SECONDS), not " + valid + ".");
        this.signer = signer;
        this.bucket = bucket;
        this.valid = valid;
    }

    /** Links into {@code JOBS_BUCKET} that work for {@code LINK_SECONDS}, an hour where it is not set. */
    public static PresignedLinks from(Environment environment) {
        return new PresignedLinks(
                S3Presigner.create(),
                environment.require("JOBS_BUCKET"),
                environment.find("LINK_SECONDS").map(PresignedLinks::seconds).orElse(DEFAULT));
    }

    @Override
    public String apply(String key) {
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
