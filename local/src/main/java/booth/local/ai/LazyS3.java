package booth.local.ai;

import booth.aws.Clients;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** The S3 that the SDK finds by itself, once somebody needs it: when this service is built, its endpoint has no port yet. */
final class LazyS3 implements Supplier<S3Client> {
    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    private @Nullable S3Client client;

    @Override
    public synchronized S3Client get() {
        S3Client known = client;
        if (known == null) client = known = Clients.build(S3Client.builder(), ATTEMPT);
        return known;
    }
}
