package booth.garden.pictures;

import booth.aws.RetryableErrors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Copies by S3 itself, which tells of them as it does of puts. */
public final class S3PictureCopies implements PictureCopies {
    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final String bucket;

    public S3PictureCopies(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public boolean copy(String from, String to) {
        try {
            RetryableErrors.asBusy(() -> s3.copyObject(copy -> copy.sourceBucket(bucket)
                    .sourceKey(from)
                    .destinationBucket(bucket)
                    .destinationKey(to)));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) return false;
            throw e;
        }
    }
}
