package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.access.BoothKeys;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.Status;
import booth.local.pipeline.FakeBedrock;
import booth.local.pipeline.Photos;
import booth.local.pipeline.Pipeline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A page that stays open while its cloud is restarted. */
class RestartedCloudTest {
    /** Attempts to connect again come half a minute apart by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final FakeBedrock painter = new FakeBedrock();

    @Test
    void thePrintThatWasMissingFillsOnAPageThatWasOpenAllTheTime() throws IOException, InterruptedException {
        int port = LostNetworkTest.freePorts();
        String page = "http://127.0.0.1:" + port;
        painter.script("a stormy sea", FakeBedrock.Answer.FILTERED);
        try (Browser browser = Browser.open(folder.resolve("profile"), "en-US")) {
            String key;
            JobId job;
            try (Pipeline cloud = Pipeline.startAgain(folder, painter, port)) {
                key = new BoothKeys(cloud.folder())
                        .issue("hall", 6000, Instant.now())
                        .secret();
                job = cloud.send(Photos.guest(Photos.SKIN), request("a calm wood", "a clear sky", "a stormy sea"));
                assertThat(cloud.ended(job).status()).isEqualTo(Status.PARTIAL);
                browser.go(page + "/guest.html#" + job);
                browser.reads(".status", "Hello from another world");
                browser.see(".strip li:nth-child(3) .print.failed");
            }

            try (Pipeline cloud = Pipeline.startAgain(folder, painter, port)) {
                assertThat(replay(page, job, key)).isEqualTo(202);
                assertThat(Pipeline.await().until(() -> cloud.look(job).status(), Status.SUCCEEDED::equals))
                        .isNotNull();
                Awaitility.await("the third print")
                        .atMost(PATIENCE)
                        .until(() -> !browser.driver()
                                .findElements(By.cssSelector(".strip li:nth-child(3) .film img:not([hidden])"))
                                .isEmpty());
                browser.gone(".print.failed");
            }
        }
    }

    private static int replay(String page, JobId job, String key) throws IOException, InterruptedException {
        HttpRequest replay = HttpRequest.newBuilder(URI.create(page + "/v1/jobs/" + job + "/replay"))
                .header("authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(replay, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static JobRequest request(String... prompts) {
        return new JobRequest("me.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of(prompts));
    }
}
