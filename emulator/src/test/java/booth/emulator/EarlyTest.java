package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.TestClients;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Requests that come while the cloud starts, before there is all that the template has. */
class EarlyTest {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path template = Path.of("");
    private int port;

    @BeforeEach
    void prepare() throws IOException {
        template = folder.resolve("Small.template.json");
        try (var small = EarlyTest.class.getResourceAsStream("Small.template.json")) {
            assertThat(small).isNotNull();
            Files.write(template, small.readAllBytes());
        }
        port = freePorts();
    }

    @Test
    void whoComesEarlyIsAskedToComeAgainAndNeverToldThatThereIsNothing() throws Exception {
        CompletableFuture<List<HttpResponse<String>>> api = poll("http://127.0.0.1:" + port + "/hello/you");
        CompletableFuture<List<HttpResponse<String>>> s3 = poll("http://127.0.0.1:" + (port + 1) + "/small-jobs");

        try (EmbeddedCloud cloud = start()) {
            assertThat(cloud.outputs()).isNotEmpty();
            CompletableFuture.allOf(api, s3).get();
        }

        assertThat(api.get())
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(203, 503))
                .filteredOn(answer -> answer.statusCode() == 503)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).contains("1"));
        assertThat(s3.get())
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(403, 503)); // nobody has signed it
    }

    @Test
    void whoAsksForAQueueEarlyGetsIt() throws Exception {
        CompletableFuture<String> url = CompletableFuture.supplyAsync(this::queueUrl);

        try (EmbeddedCloud cloud = start()) {
            assertThat(cloud.outputs()).containsEntry("IntakeQueueUrl", url.get());
        }

        assertThat(url.get()).endsWith("/000000000000/Small-Intake");
    }

    private EmbeddedCloud start() {
        return EmbeddedCloud.start(
                TestSettings.of(template, folder.resolve("data"), port, false), AddedServices.NONE, Front.NONE);
    }

    /** Asks again and again from before the start until it is answered otherwise than 503. */
    private static CompletableFuture<List<HttpResponse<String>>> poll(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return CompletableFuture.supplyAsync(() -> {
            List<HttpResponse<String>> answers = new ArrayList<>();
            while (answers.isEmpty() || answers.get(answers.size() - 1).statusCode() == 503) {
                try {
                    answers.add(BROWSER.send(request, HttpResponse.BodyHandlers.ofString()));
                } catch (IOException e) {
                    Thread.onSpinWait(); // not listening yet
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return answers;
        });
    }

    private String queueUrl() {
        try (SqsClient sqs = TestClients.of(SqsClient.builder(), port + 2)) {
            while (true) {
                try {
                    return sqs.getQueueUrl(get -> get.queueName("Small-Intake")).queueUrl();
                } catch (SdkClientException e) {
                    Thread.onSpinWait(); // not listening yet
                }
            }
        }
    }

    /** Three in a row, free just now. */
    private static int freePorts() throws IOException {
        while (true) {
            try (ServerSocket one = new ServerSocket(0);
                    ServerSocket two = new ServerSocket(one.getLocalPort() + 1);
                    ServerSocket three = new ServerSocket(two.getLocalPort() + 1)) {
                return three.getLocalPort() - 2;
            } catch (IOException | IllegalArgumentException e) {
                Thread.onSpinWait(); // others have one of them
            }
        }
    }
}
