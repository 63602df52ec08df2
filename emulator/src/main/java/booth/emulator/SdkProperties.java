package booth.emulator;

import booth.emulator.account.Account;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Points every SDK client that this JVM builds at the embedded cloud. The SDK reads these properties when a client is
 * built, which handlers do at their first call.
 */
final class SdkProperties implements AutoCloseable {
    private static final String KEY_ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    private final Map<String, @Nullable String> before = new HashMap<>();
    private final Map<String, String> values;

    /** @param others that lead to the gateway, too */
    SdkProperties(Account account, URI gateway, URI s3, URI sqs, Set<String> others) {
        values = Map.of(
                "aws.region",
                account.region(),
                KEY_ID,
                account.accessKey(),
                SECRET,
                account.secretKey(),
                "aws.endpointUrl",
                gateway.toString(),
                "aws.endpointUrlS3",
                s3.toString(),
                "aws.endpointUrlSqs",
                sqs.toString());
        values.forEach(this::set);
        others.forEach(name -> set(name, gateway.toString()));
    }

    private void set(String name, String value) {
        before.put(name, System.setProperty(name, value));
    }

    /** For a client in another JVM: the keys stand in a file that only its owner can read. */
    Map<String, String> forOthers(Path credentials) {
        Map<String, String> others = new TreeMap<>(values);
        others.remove(KEY_ID);
        others.remove(SECRET);
        others.put("aws.sharedCredentialsFile", credentials.toAbsolutePath().toString());
        return others;
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
