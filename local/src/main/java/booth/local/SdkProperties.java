package booth.local;

import booth.local.account.Account;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Points every SDK client that this JVM builds at the embedded cloud. The SDK reads these properties when a client is
 * built, which handlers do at their first call.
 */
final class SdkProperties implements AutoCloseable {
    private final Map<String, @Nullable String> before = new HashMap<>();

    SdkProperties(Account account, URI gateway, URI s3, URI sqs) {
        set("aws.region", account.region());
        set("aws.accessKeyId", account.accessKey());
        set("aws.secretAccessKey", account.secretKey());
        set("aws.endpointUrl", gateway.toString());
        set("aws.endpointUrlS3", s3.toString());
        set("aws.endpointUrlSqs", sqs.toString());
    }

    private void set(String name, String value) {
        before.put(name, System.setProperty(name, value));
    }

    /** Puts back what was there before. */
    @Override
    public void close() {
        before.forEach((name, value) -> {
            if (value == null) System.clearProperty(name);
            else System.setProperty(name, value);
        });
    }
}
