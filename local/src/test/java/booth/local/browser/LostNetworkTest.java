package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.access.BoothKeys;
import booth.local.pipeline.FakeBedrock;
import booth.local.pipeline.Photos;
import booth.local.pipeline.Pipeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A booth whose cloud is gone for a while: not out of reach, but not there. */
class LostNetworkTest {
    private static final int PORTS = 3; // of the gateway, S3 and SQS

    @TempDir
    private Path folder;

    @Test
    void thePageOpensWithoutItAndSendsWhatItKeptWhenItReturns() throws IOException {
        Path photo = Files.write(folder.resolve("me.jpg"), Photos.guest(Photos.SKIN));
        FakeBedrock painter = new FakeBedrock();
        int port = freePorts();
        try (Browser browser = Browser.open(folder.resolve("profile"), "en-US")) {
            String page = "http://127.0.0.1:" + port + "/";
            try (Pipeline cloud = Pipeline.startAgain(folder, painter, port)) {
                String key = new BoothKeys(cloud.folder())
                        .issue("hall", 6000, Instant.now())
                        .secret();
                browser.go(page + "#key=" + key);
                Awaitility.await("the page is kept")
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> browser.value("Boolean(navigator.serviceWorker.controller)")
                                .equals(true));
            }

            browser.go(page);
            browser.find("#files").sendKeys(photo.toAbsolutePath().toString());
            browser.reads(".status", "No connection");
            browser.go(page + "?again");
            browser.reads(".status", "No connection");
            assertThat(browser.see(".stage .original").isDisplayed()).isTrue();
            browser.screenshot("booth-without-cloud-landscape");

            try (Pipeline cloud = Pipeline.startAgain(folder, painter, port)) {
                assertThat(cloud.output("ApiUrl")).isEqualTo(page.replaceAll("/$", ""));
                browser.reads(".status", "Your pictures are ready!");
            }
        }
    }

    /** @return the first of as many as a gateway needs */
    static int freePorts() {
        return new Random()
                .ints(20_000, 30_000)
                .filter(first -> IntStream.range(first, first + PORTS).allMatch(LostNetworkTest::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
