package booth.emulator.s3;

import booth.emulator.spool.DiskTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Says in S3's words what keeps an object from being written: {@code InternalError}, which clients try again, with the
 * folder and what is free there. What a write that broke off has left is deleted.
 */
final class StoreTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(StoreTrouble.class);
    private static final int INTERNAL_ERROR = 500;

    private final Path buckets;
    private final TempFiles leftovers;

    StoreTrouble(Path buckets) {
        this.buckets = buckets;
        this.leftovers = new TempFiles(buckets);
    }

    <T> T inS3sWords(ObjectEvent event, Supplier<T> write) {
        try {
            return write.get();
        } catch (RuntimeException e) { // S3Proxy wraps what the disk says in whatever it has at hand
            if (e instanceof AwsServiceException || !(e.getCause() instanceof IOException cause)) throw e;
            if (event.created()) leftovers.delete(event.bucket(), event.key(), event.time());
            throw answer(event, cause);
        }
    }

    private S3Exception answer(ObjectEvent event, IOException cause) {
        String sentence = String.valueOf(DiskTrouble.of(
                        "cannot be written", buckets.resolve(event.bucket()).resolve(event.key()), cause)
                .getMessage());
        LOG.error("{}", sentence);
        AwsErrorDetails details = AwsErrorDetails.builder()
                .errorCode("InternalError")
                .errorMessage(sentence)
                .build();
        return (S3Exception) S3Exception.builder()
                .statusCode(INTERNAL_ERROR)
                .awsErrorDetails(details)
                .message(sentence)
                .cause(cause)
                .build();
    }
}
