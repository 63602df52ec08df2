package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.TestClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A cloud with {@code Small.template.json} in it, whose gateway is asked. */
abstract class OnSmallCloud {
    static final String BUCKET = "small-jobs";
    static final HttpClient BROWSER = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    static EmbeddedCloud cloud;
    static S3Client s3;
    static SqsClient sqs;

    @BeforeAll
    static void start() throws Exception {
        Path template = folder.resolve("Small.template.json");
        try (var small = OnSmallCloud.class.getResourceAsStream("Small.template.json")) {
            assertThat(small).isNotNull();
            Files.write(template, small.readAllBytes());
        }
        cloud = EmbeddedCloud.start(
                TestSettings.of(template, folder.resolve("data"), 0, false), AddedServices.NONE, Front.NONE);
        s3 = TestClients.of(S3Client.builder(), port());
        sqs = TestClients.of(SqsClient.builder(), port());
    }

    @AfterAll
    static void stop() {
        s3.close();
        sqs.close();
        cloud.close();
    }

    static int port() {
        return cloud.endpoint("sfn").getPort();
    }

    static URI gateway(String pathAndQuery) {
        return URI.create(cloud.endpoint("sfn") + pathAndQuery);
    }

    static String get(String pathAndQuery) throws Exception {
        return send(gateway(pathAndQuery), "GET", BodyPublishers.noBody()).body();
    }

    static HttpResponse<String> send(URI uri, String method, BodyPublisher body) throws Exception {
        return BROWSER.send(
                HttpRequest.newBuilder(uri).method(method, body).build(), HttpResponse.BodyHandlers.ofString());
    }
}
