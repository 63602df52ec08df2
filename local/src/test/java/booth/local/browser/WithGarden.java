package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import booth.aws.Clients;
import booth.aws.S3ObjectStore;
import booth.core.image.ImageBytes;
import booth.core.job.ObjectStore;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of the garden's pages, which share one browser before the booth's and the garden's deployed templates. */
abstract class WithGarden {
    static final Dimension PHONE = new Dimension(390, 844);

    @TempDir
    static Path folder;

    static Pages pages;
    static Browser browser;
    static ObjectStore bucket;

    @BeforeAll
    static void start() {
        pages = Pages.withGarden(folder);
        browser = pages.browser();
        bucket = new S3ObjectStore(
                Clients.build(S3Client.builder(), Duration.ofSeconds(30)),
                pages.pipeline().gardenOutput("PicturesBucket"));
    }

    @AfterAll
    static void stop() {
        if (pages != null) pages.close();
    }

    @BeforeEach
    void freshBrowser() {
        pages.forgetGuests();
        browser.driver().executeScript("sessionStorage.clear()");
        browser.complaints();
    }

    @AfterEach
    void nothingWentWrong() {
        browser.size(Browser.LANDSCAPE);
        assertThat(browser.complaints()).isEmpty();
    }

    /** As if painted: pictures of one colour, h and v in turn, the last the newest. */
    static List<String> plant(String folder, int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> plant(folder, i, i % 4 == 3 ? 'v' : 'h'))
                .toList();
    }

    private static String plant(String folder, int number, char orientation) {
        String key = String.format("%s/img_20261122-0000%02d_1%c.jpeg", folder, number, orientation);
        BufferedImage picture = orientation == 'h'
                ? new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(200, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.getHSBColor(key.hashCode() % 360 / 360f, .5f, .8f));
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.dispose();
        bucket.write(key, ImageBytes.jpeg(picture, .8f));
        return key;
    }

    /** Waits until the garden itself has so many, as events come a moment after the pictures. */
    static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    /** With a booth's key in the browser. */
    static void withKey() {
        browser.driver().executeScript("localStorage.setItem('booth-key', arguments[0])", pages.key());
    }

    /** Chooses one of a list, which the page may be about to write anew. */
    static void select(String id, String value) {
        browser.find("#" + id + " option[value='" + value + "']");
        browser.driver().executeScript("""
                        const list = document.getElementById(arguments[0]);
                        list.value = arguments[1];
                        list.dispatchEvent(new Event('change', { bubbles: true }));
                        """, id, value);
    }

    static long count(String css) {
        return (Long) Objects.requireNonNull(browser.value("document.querySelectorAll(arguments[0]).length", css));
    }
}
