package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import booth.local.pipeline.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;

/** A guest at home, with the link from the booth's code and nothing else; and the wall at the booth. */
class GuestPageTest extends WithPages {
    private static final Dimension PHONE = new Dimension(390, 844);

    @BeforeEach
    void anEmptyBrowser() {
        pages.painter().paint();
        browser.size(Browser.LANDSCAPE);
        pages.forgetGuests();
        browser.complaints();
    }

    @Test
    void theGuestWatchesSavesAndDeletes() {
        browser.size(PHONE);
        pages.painter().pause();
        String link = send();
        browser.go(link);
        browser.reads(".status", "Painting new worlds");
        Shifts shifts = Shifts.observe(browser);
        pages.painter().paint();
        browser.reads(".status", "Hello from another world");
        browser.see(".strip li:nth-child(3) .film img");
        browser.reads(".expires", "Kept until");
        browser.screenshot("guest-phone");
        shifts.assertNothingMoved();
        assertThat(browser.complaints()).isEmpty();

        save();

        browser.see("[data-t='guest.delete']").click();
        browser.screenshot("guest-delete-phone");
        browser.see("dialog [value=no]").click();
        assertThat(browser.see(".stage").isDisplayed()).isTrue();
        browser.see("[data-t='guest.delete']").click();
        browser.see("dialog [value=yes]").click();
        browser.reads("#farewell", "All gone");
        browser.screenshot("guest-deleted-phone");

        browser.driver().navigate().refresh();
        browser.reads("#farewell", "Nothing here any more");
    }

    /** Also where the page is open before anybody knows how high the photo is. */
    @Test
    void whatComesHasItsPlaceFromTheStart() {
        browser.size(PHONE);
        pages.painter().pause();
        browser.go(send());
        Shifts shifts = Shifts.sinceOpened(browser);
        browser.reads(".status", "Painting new worlds");
        pages.painter().paint();
        browser.reads(".status", "Hello from another world");

        shifts.assertNothingMovedBut("span.status"); // in its own place: some words are longer than others
    }

    private static void save() {
        Path downloads = folder.resolve("downloads");
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of(
                                "behavior",
                                "allow",
                                "downloadPath",
                                downloads.toAbsolutePath().toString()));
        browser.see("[data-t='board.saveAll']").click();
        Awaitility.await("three files")
                .atMost(Duration.ofSeconds(20))
                .until(() -> files(downloads).stream()
                                .filter(name -> name.endsWith(".jpg"))
                                .count()
                        == 3);
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aLinkWithoutItsTokenShowsAndDeletesNothing() {
        String link = send();
        browser.go(link.replaceFirst("\\.gt_.*", ""));

        browser.reads(".status", "Hello from another world");
        browser.gone("[data-t='guest.delete']");
    }

    @Test
    void whatTheGuestSharesAreThePicturesOrALinkThatDeletesNothing() {
        String link = send();
        browser.go(link);
        browser.reads(".status", "Hello from another world");

        pretendToShare("data => Boolean(data.files)");
        browser.see("[data-t='board.share']").click();
        browser.reads("#shared", "3 photo-booth-1.jpg image/jpeg");

        pretendToShare("() => false"); // as where the device shares no files
        browser.see("[data-t='board.share']").click();
        browser.reads("#shared", link.replaceFirst("\\.gt_.*", ""));
        assertThat(browser.see("#shared").getText()).doesNotContain("gt_");
    }

    /** The share sheet belongs to the device, and there is none here: what it is given is written on the page. */
    private static void pretendToShare(String canShare) {
        browser.driver().executeScript("""
                document.getElementById('shared')?.remove();
                navigator.canShare = %s;
                navigator.share = async ({ files, url }) => {
                    const told = document.body.appendChild(document.createElement('p'));
                    told.id = 'shared';
                    told.textContent = files ? `${files.length} ${files[0].name} ${files[0].type}` : url;
                };
                """.formatted(canShare));
    }

    @Test
    void aBrokenLinkSaysSo() {
        browser.go(pages.at("/guest.html#half-a-link"));

        browser.reads("#farewell", "This link is not complete");
    }

    @Test
    void theWallShowsWhatTheBoothMadeAndGrowsByItself() {
        send();
        browser.reads(".status", "Your pictures are ready!");
        browser.go(pages.at("/gallery.html"));
        long before = hung();
        assertThat(before).isGreaterThanOrEqualTo(3);

        browser.driver()
                .executeScript(
                        """
                        const [api, photo] = arguments;
                        const key = localStorage.getItem('booth-key');
                        const bytes = Uint8Array.from(atob(photo), letter => letter.charCodeAt(0));
                        fetch('/v1/jobs', { method: 'POST', headers: { authorization: `Bearer ${key}` },
                                body: JSON.stringify({ filename: 'x.jpg', contentType: 'image/jpeg', contentLength: bytes.length }) })
                            .then(answer => answer.json())
                            .then(job => fetch(job.upload.url, { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body: bytes }));
                        """, pages.at(""), java.util.Base64.getEncoder().encodeToString(Photos.guest(Photos.SKIN)));
        Awaitility.await("new pictures on the wall")
                .atMost(Duration.ofSeconds(30))
                .until(() -> hung() >= before + 3);
        browser.screenshot("gallery-landscape");
        assertThat(browser.complaints()).isEmpty();

        browser.see("#play").click();
        browser.see("#show img.on");
        browser.screenshot("gallery-slideshow");
        browser.driver().switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.ESCAPE);
        browser.gone("#show");
    }

    private static long hung() {
        return (long) browser.value("document.querySelectorAll('#wall img').length");
    }

    /** @return the guest's link */
    private static String send() {
        pages.openBooth();
        pages.choose("me.jpg", Photos.guest(Photos.SKIN));
        return String.valueOf(browser.find(".qr[href]").getDomProperty("href"));
    }
}
