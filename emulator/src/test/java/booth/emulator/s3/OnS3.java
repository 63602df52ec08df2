package booth.emulator.s3;

import booth.emulator.account.TestAccount;
import booth.emulator.account.TestClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A server with a bucket, and who writes down what happens in it. */
abstract class OnS3 {
    static final String BUCKET = "photobooth-uploads";
    static final byte[] PHOTO = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};

    final HttpClient browser = HttpClient.newHttpClient();
    final ConcurrentLinkedQueue<ObjectEvent> events = new ConcurrentLinkedQueue<>();

    final Path folder;
    S3Server server;
    S3Client s3;

    OnS3(Path folder) {
        server = new S3Server(folder, 0, TestAccount.LOCAL, () -> 0, new Listener(events));
        s3 = TestClients.of(S3Client.builder(), server.port());
        this.folder = folder;
    }

    @BeforeEach
    void makeBucket() {
        server.createBucket(BUCKET);
    }

    @AfterEach
    void stop() throws Exception {
        s3.close();
        server.close();
    }

    URI presigned(String key) throws Exception {
        try (S3Presigner presigner = presigner()) {
            return presigner
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(put -> put.bucket(BUCKET).key(key).contentType("image/jpeg")))
                    .url()
                    .toURI();
        }
    }

    S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(TestClients.endpoint(server.port()))
                .region(Region.US_EAST_1)
                .credentialsProvider(TestClients.CREDENTIALS)
                .build();
    }
}
