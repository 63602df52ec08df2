package booth.emulator;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Where the services answer. S3 and SQS have servers of their own, all others share the gateway. */
final class Endpoints {
    private volatile int gateway;
    private volatile int s3;
    private volatile int sqs;

    void gateway(int port) {
        gateway = port;
    }

    void s3(int port) {
        s3 = port;
    }

    void sqs(int port) {
        sqs = port;
    }

    URI gateway() {
        return at(gateway);
    }

    URI s3() {
        return at(s3);
    }

    URI sqs() {
        return at(sqs);
    }

    /** @param service {@code s3}, {@code sqs}, {@code lambda}, {@code sfn}, … */
    URI of(String service) {
        return switch (service) {
            case "s3" -> s3();
            case "sqs" -> sqs();
            default -> gateway();
        };
    }

    Map<String, String> map() {
        return new TreeMap<>(Map.of("gateway", gateway().toString(), "s3", s3().toString(), "sqs", sqs().toString()));
    }

    /** By the names that AWS's configuration files have for the services; under {@code ""} that of all others. */
    Map<String, URI> ofTheSdk() {
        return new TreeMap<>(Map.of("", gateway(), "s3", s3(), "sqs", sqs()));
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port); // a name would make SDKs put the bucket into the host name
    }
}
