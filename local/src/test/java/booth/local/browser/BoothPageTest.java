package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import booth.local.pipeline.Photos;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A guest at the booth. */
class BoothPageTest extends WithPages {
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);

    @BeforeEach
    void freshPage() {
        pages.painter().paint();
        browser.online(true);
        pages.forgetGuests();
        pages.openBooth();
        browser.complaints();
    }

    @Test
    void aPhotoBecomesThreePicturesBeforeTheGuestsEyes() {
        pages.painter().pause();
        Shifts shifts = Shifts.observe(browser);
        pages.choose("me.jpg", PHOTO);

        browser.see(".stage .boxes i.masked");
        browser.see(".stage .mask.shown");
        browser.reads(".status", "Painting new worlds");
        assertThat(browser.value("document.querySelectorAll('.film img:not([hidden])').length"))
                .isEqualTo(0L);
        browser.screenshot("booth-making-landscape");
        pages.painter().paint();

        browser.reads(".status", "Your pictures are ready!");
        browser.see(".strip li:nth-child(3) .film img");
        browser.find(".cut:not([hidden])");
        browser.screenshot("booth-ready-landscape");
        shifts.assertNothingMoved();
        assertThat(browser.complaints()).isEmpty();

        browser.size(Browser.PORTRAIT);
        browser.screenshot("booth-ready-portrait");
        browser.size(Browser.LANDSCAPE);
    }

    /** In any font: the words of one have more lines than those of another. */
    @ParameterizedTest
    @ValueSource(strings = {"sans-serif", "serif", "monospace"})
    void whateverIsSaidTakesTheSamePlace(String font) {
        pages.painter().pause();
        pages.choose("me.jpg", PHOTO);
        browser.reads(".status", "Painting new worlds");

        Object heights = browser.driver().executeAsyncScript("""
                const [font, done] = arguments;
                document.documentElement.style.fontFamily = font;
                const said = await (await fetch('/text/en.json')).json();
                const names = ['waiting', 'detect', 'segment', 'merge', 'generate', 'line', 'succeeded', 'partial', 'generate.portrait', 'generate.monster'];
                const titles = ['guest.wait', 'guest.title', 'guest.title.portrait', 'guest.title.monster'];
                const heights = [...names.map(name => `stage.${name}`), ...titles].map(name => {
                    document.querySelector('.board .status').textContent = said[name];
                    return document.querySelector('.board .told').getBoundingClientRect().height;
                });
                document.documentElement.style.fontFamily = '';
                done([...new Set(heights)]);
                """, font);
        pages.painter().paint();

        assertThat((List<?>) heights).hasSize(1);
    }

    @Test
    void onPaperThereAreThePhotoItsPicturesAndTheCodeAlone() {
        pages.choose("me.jpg", PHOTO);
        browser.reads(".status", "Your pictures are ready!");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));

        browser.see("#sheet");
        browser.screenshot("booth-print");
        browser.gone("main");
        browser.gone("header");
        assertThat(browser.value(
                        "[...document.querySelectorAll('#sheet > img')].filter(i => i.naturalWidth > 0).length"))
                .isEqualTo(4L);
        browser.see("#sheet .qr svg");

        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    @Test
    void theCodeLeadsToTheGuestsPage() {
        pages.choose("me.jpg", PHOTO);
        browser.reads(".status", "Your pictures are ready!");

        String link = Awaitility.await("a phone that reads the code")
                .until(() -> QrCode.read(browser.see(".qr")), Optional::isPresent)
                .orElseThrow();

        assertThat(link).startsWith(pages.at("/guest.html#")).contains(".gt_");
        browser.go(link);
        browser.reads(".status", "Hello from another world");
        browser.see(".strip li:nth-child(3) .film img");
    }

    @Test
    void ofTwoPhotosAtOnceOneWaitsInLineAndSaysSo() {
        pages.painter().pause();
        pages.choose("one.jpg", PHOTO, "two.jpg", PHOTO);
        browser.see(".tray li:nth-child(2) button");

        Awaitility.await("the second in line")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(String.valueOf(browser.value("[...document.querySelectorAll('.status')]"
                                + ".map(status => status.textContent).join(' | ')")))
                        .containsPattern("you are number [2-9] in line"));
        browser.screenshot("booth-tray-landscape");
        pages.painter().paint();

        browser.reads(".board:not([hidden]) .status", "Your pictures are ready!");
        browser.see(".tray li:nth-child(2) [data-state=done]").click();
        browser.reads(".board:not([hidden]) .status", "Your pictures are ready!");
        assertThat(browser.see(".board:not([hidden])")).isEqualTo(browser.see("#boards > :nth-child(2)"));
    }

    @Test
    void theCameraCountsDownAndTheGuestMayTakeAnother() {
        browser.see("#openCamera").click();
        browser.see("#shoot:enabled").click();
        browser.see("#use");
        browser.screenshot("booth-review-landscape");
        browser.see("#retake").click();
        browser.see("#shoot:enabled").click();
        browser.see("#use").click();

        browser.see(".board .stage .original");
        browser.see(".qr svg");
    }

    @Test
    void aPhotoWithoutAFaceIsRefusedInFriendlyWords() {
        pages.choose("wall.jpg", Photos.nobody());

        browser.reads(".trouble", "We could not find a face");
        browser.screenshot("booth-refused-landscape");
        browser.see(".actions .button").click();
        browser.see("#openCamera");
    }

    @Test
    void whatWasStoppedIsTriedAgain() {
        pages.painter().pause();
        pages.choose("me.jpg", PHOTO);
        browser.reads(".status", "Painting new worlds");
        browser.driver()
                .executeScript(
                        "fetch(`/v1/jobs/${arguments[0]}/cancel`, { method: 'POST', headers: { authorization: 'Bearer ' + arguments[1] } })",
                        String.valueOf(browser.find(".qr[href]").getDomProperty("href"))
                                .replaceAll(".*#|\\.gt_.*", ""),
                        pages.key());
        browser.reads(".trouble", "You can start it again");

        browser.see("[data-t='board.again']").click();
        pages.painter().paint();

        browser.reads(".status", "Your pictures are ready!");
        browser.gone(".trouble");
        browser.see(".strip li:nth-child(3) .film img");
    }

    @Test
    void whatTheBoothCannotOpenNeverLeavesTheDevice() {
        pages.choose("notes.jpg", "no photo".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        browser.reads("#cameraTrouble", "We cannot open this photo");
    }

    @Test
    void aPhotoThatIsTakenWithoutANetworkIsSentWhenItReturns() {
        browser.online(false);
        pages.choose("me.jpg", PHOTO);
        browser.reads(".status", "No connection");
        browser.see(".offline.shown");
        browser.screenshot("booth-offline-landscape");

        browser.online(true);

        browser.reads(".status", "Your pictures are ready!");
        browser.gone(".offline.shown");
    }

    @Test
    void aGuestWhoDoesNotWaitForTheNetworkLosesNothing() {
        browser.online(false);
        pages.choose("late.jpg", PHOTO);
        browser.reads(".status", "No connection");
        browser.see("[data-t='board.another']").click();
        browser.see("#openCamera");

        browser.online(true);

        browser.driver().executeScript("""
                const key = localStorage.getItem('booth-key');
                setInterval(() => fetch('/v1/jobs', { headers: { authorization: `Bearer ${key}` } })
                    .then(answer => answer.json())
                    .then(page => window.late = page.jobs.find(job => job.filename === 'late.jpg')?.status), 300);
                """);
        Awaitility.await("the pictures of the guest who left")
                .atMost(Duration.ofSeconds(30))
                .until(() -> browser.value("String(window.late)").equals("succeeded"));
    }

    @Test
    void everythingSpeaksKorean() {
        browser.see("[data-language=ko]").click();
        browser.reads("#welcome h1", "어서 들어오세요");
        pages.choose("me.jpg", PHOTO);
        browser.reads(".status", "사진이 완성되었습니다");
        browser.screenshot("booth-korean-landscape");

        assertThat(browser.driver()
                        .findElement(org.openqa.selenium.By.tagName("main"))
                        .getText())
                .doesNotContainPattern("[a-z]{4,}");
    }

    @Test
    void aGuestNeedsNoMouse() {
        pages.choose("me.jpg", PHOTO);
        browser.reads(".status", "Your pictures are ready!");

        press(Keys.TAB, ".cut");
        browser.driver().switchTo().activeElement().sendKeys(Keys.HOME);
        assertThat(browser.value("document.querySelector('.stage').style.getPropertyValue('--cut')"))
                .isEqualTo("0");
        press(Keys.TAB, ".strip li:nth-child(2) .print");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(browser.see(".strip li:nth-child(2) .print").getDomAttribute("aria-pressed"))
                .isEqualTo("true");
        press(Keys.TAB, "[data-t='board.new']");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.see("#openCamera");
    }

    @Test
    void aPairingLinkGivesTheBrowserAKeyOfItsOwnAndLeavesTheAddress() {
        browser.driver().executeScript("localStorage.clear()");
        String link = pages.pairingLink();

        browser.go(link);

        browser.see("#openCamera");
        assertThat(browser.value("location.href")).isEqualTo(pages.at("/?pairing"));
        assertThat(browser.value("localStorage.getItem('booth-key')"))
                .asString()
                .startsWith("pb_")
                .isNotEqualTo(pages.key());
    }

    @Test
    void aPairingLinkThatWasUsedSaysSoAndHowToGetAnother() {
        String link = pages.pairingLink();
        browser.go(link);
        browser.driver().executeScript("localStorage.clear()");
        browser.driver().get(pages.at("/app/icon.svg"));

        browser.go(link);

        browser.reads("#keyTrouble", "This link has been used. A pairing link works once.");
        browser.reads("#keyTrouble", "booth keys pair");
        assertThat(browser.value("location.hash")).isEqualTo("");
        browser.screenshot("booth-link-used-landscape");
    }

    /** Whoever goes back to the link has a key already. */
    @Test
    void aPairingLinkThatWasUsedHereIsNoLossForABoothThatHasItsKey() {
        String link = pages.pairingLink();
        browser.go(link);
        browser.driver().get(pages.at("/app/icon.svg"));

        browser.go(link);

        browser.see("#openCamera");
        assertThat(browser.value("location.hash")).isEqualTo("");
    }

    @Test
    void aBoothWithoutAKeyAsksForIt() {
        browser.driver().executeScript("localStorage.clear()");
        browser.go(pages.at("/?again"));
        browser.see("#keyField").sendKeys("pb_short");
        browser.see("#keyForm .button").click();
        browser.reads("#keyTrouble", "A key starts with pb_");
        browser.screenshot("booth-key-landscape");

        browser.see("#keyField").clear();
        browser.see("#keyField").sendKeys(pages.key());
        browser.see("#keyForm .button").click();

        browser.see("#openCamera");
    }

    private static void press(Keys key, String until) {
        for (int i = 0; i < 20; i++) {
            browser.driver().switchTo().activeElement().sendKeys(key);
            if (Boolean.TRUE.equals(browser.value("document.activeElement.matches(arguments[0])", until))) return;
        }
        throw new AssertionError("The keyboard does not reach " + until);
    }
}
