package booth.garden.pictures;

import booth.aws.Environment;
import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigned GETs of the garden's bucket. */
public final class PresignedPictures implements PictureLinks {
    private final S3Presigner signer;
    private final String bucket;
    private final Duration valid;

    /** Links into {@code GARDEN_BUCKET} that work for {@code LINK_SECONDS}, an hour where it is not set. */
    public static PresignedPictures from(Environment environment) {
        return new PresignedPictures(
                S3Presigner.create(),
                environment.require("GARDEN_BUCKET"),
                Duration.ofSeconds(
                        environment.find("LINK_SECONDS").map(Long::valueOf).orElse(3600L)));
    }

    PresignedPictures(S3Presigner signer, String bucket, Duration valid) {
        this.signer = signer;
        this.bucket = bucket;
        this.valid = valid;
    }

    @Override
    public String link(String key) {
        return signer.presignGetObject(get -> get.signatureDuration(valid)
                        .getObjectRequest(object -> object.bucket(bucket).key(key)))
                .url()
                .toExternalForm();
    }
}
