package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import booth.local.pipeline.Photos;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** A guest's face, or word, for a mood chooses pictures. */
class GardenPageTest extends WithGarden {
    @BeforeAll
    static void planted() {
        plant("emotions/calm", 8);
        plant("emotions/happy", 3);
        plant("emotions/calm/spring,sunny,day", 2);
        browser.go(pages.at("/garden.html"));
        await(() -> {
            Object found = browser.driver().executeAsyncScript("""
                    const done = arguments[arguments.length - 1];
                    fetch('/gardenfromDB', {method: 'POST', body: JSON.stringify({emotion: 'calm'})}).then(answer => answer.json())
                        .then(found => done(found.landscape.length + found.portrait.length), () => done(0));
                    """);
            return found instanceof Number many && many.intValue() >= 8;
        });
    }

    @Test
    void itSaysWhatIsReadFromAFaceBeforeTheCameraOpensAndAsks() {
        browser.go(pages.at("/garden.html"));

        browser.reads("#ask .consent", "reads emotion, age, gender");
        browser.reads("#ask .consent", "deleted at once");
        assertThat(browser.value("!document.getElementById('preview').srcObject"))
                .isEqualTo(true);
        assertThat(browser.see("#openCamera").getText()).contains("I agree");
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot("garden-ask");
    }

    @Test
    void aPhotoIsReadAndThreePicturesOfItsMoodComeWithItsLines() {
        browser.go(pages.at("/garden.html"));
        send(Photos.guest(Photos.SKIN));

        browser.reads("#moodTitle", "Emotion: Calm (CALM)");
        browser.reads("#moodAge", "Age: 13 ~ 21 (woman)");
        browser.reads("#moodFeatures", "Features: smile, glasses, eyes open");
        browser.find("#three li:nth-child(3) img");
        assertThat(count("#three li")).isEqualTo(3);
        await(() -> (Boolean) browser.value(
                "[...document.querySelectorAll('#three img')].every(one => one.complete && one.naturalWidth > 0)"));
        assertThat(bucket.list("profile/")).isEmpty();
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot("garden-visit");
    }

    @Test
    void theCameraReadsAMoodAndIsClosedAsSoonAsItHasItsPhoto() {
        browser.go(pages.at("/garden.html"));
        browser.see("#openCamera").click();
        browser.see("#shoot:enabled").click(); // counts down from three

        browser.reads("#moodTitle", "Calm"); // which the tests' Rekognition takes everybody for
        assertThat(browser.value("!document.getElementById('preview').srcObject"))
                .isEqualTo(true);
    }

    @Test
    void aPhotoWithoutAFaceIsToldSoAndNothingOfItStays() {
        browser.go(pages.at("/garden.html"));
        send(Photos.nobody());

        browser.reads("#askTrouble", "We could not find a face");
        assertThat(bucket.list("profile/")).isEmpty();
        browser.complaints(); // the browser itself writes down that it was answered 404
    }

    @Test
    void withThreeOrFewerLeftNextBeginsAgain() {
        visit("calm", "newest");
        browser.reads("#place", "1–3 of 8");
        for (String place : List.of("4–6 of 8", "7–8 of 8", "1–3 of 8")) {
            browser.see("#next").click();
            browser.reads("#place", place);
        }
        browser.see("[data-mood=calm]");
        visit("happy", "newest");
        browser.reads("#place", "1–3 of 3");
        browser.see("#next").click();
        browser.reads("#place", "1–3 of 3");
    }

    @Test
    void aFavouriteShowsItsOwnPicturesAndOneThatNobodyPreparedSaysSo() {
        visit("calm", "newest");
        choose("spring", "sunny", "day");
        browser.reads("#place", "1–2 of 2");

        choose("winter", "rainy", "sunset");
        browser.reads("#none", "No images");
        assertThat(count("#three li")).isZero();
        assertThat(browser.see("#next").isEnabled()).isFalse();
    }

    @Test
    void aThumbGoesUpOnceAndStays() {
        int before = bucket.list("likes/").size();
        visit("calm", "newest");
        String key = browser.see(".thumb").getDomAttribute("data-key");
        browser.see(".thumb").click();

        browser.see(".thumb[data-key='" + key + "'][aria-pressed=true]").click(); // once more changes nothing
        await(() -> bucket.list("likes/").size() > before);
        assertThat(bucket.list("likes/")).hasSize(before + 1);
        for (int i = 0; i < 3; i++) browser.see("#next").click();
        browser.reads("#place", "1–3 of 8");
        browser.see(".thumb[data-key='" + key + "'][aria-pressed=true]");
    }

    /** Forty guests like the one that the newest first would show last. */
    @Test
    void whatGuestsLikeComesFirstForTheNext() {
        List<String> keys = plant("emotions/disgusted", 12);
        String liked = keys.get(0);
        await(() -> {
            visit("disgusted", "newest");
            return browser.see("#place").getText().endsWith("of 12");
        });
        browser.driver().executeAsyncScript("""
                        const [liked, others, done] = arguments;
                        const like = i => fetch('/like', { method: 'POST', body: JSON.stringify({
                            id: `visitor-${i}`, itemId: liked, impression: [liked, ...others] }) });
                        Promise.all(Array.from({ length: 40 }, (_, i) => like(i))).then(all => done(all.length));
                        """, liked, keys.subList(1, 3));

        await(() -> {
            visit("disgusted", "chosen");
            browser.find("#three li:nth-child(3)");
            return count("#three .thumb[data-key='" + liked + "']") == 1;
        });
        for (int visitor = 0; visitor < 3; visitor++) { // and not by chance
            visit("disgusted", "chosen");
            browser.find("#three li:nth-child(3)");
            assertThat(count("#three .thumb[data-key='" + liked + "']")).isOne();
        }
    }

    @Test
    void startingAgainForgetsTheGuest() {
        visit("calm", "newest");
        choose("spring", "sunny", "day");
        String before = (String) browser.value("sessionStorage.getItem('garden-guest')");

        browser.see("#again").click();
        browser.see("#moods [data-mood=sad]").click();

        browser.reads("#moodTitle", "Sad");
        assertThat(browser.value("sessionStorage.getItem('garden-guest')")).isNotEqualTo(before);
        assertThat(browser.value("document.getElementById('season').value")).isEqualTo("");
        assertThat(browser.driver().findElement(By.id("face")).isDisplayed()).isFalse();
    }

    @Test
    void itSpeaksKorean() {
        browser.go(pages.at("/garden.html"));
        send(Photos.guest(Photos.SKIN));
        browser.reads("#moodTitle", "Calm");

        browser.see("[data-language=ko]").click();

        browser.reads("#moodTitle", "Emotion: 평온 (CALM)");
        browser.reads("#moodAge", "Age: 13 ~ 21 (여자)");
        browser.reads("#moodFeatures", "Features: 웃음, 안경, 눈뜨고있음");
    }

    @ParameterizedTest
    @CsvSource({"1280,800", "800,1280", "390,844", "1920,1080"})
    void nothingIsWiderThanTheScreen(int width, int height) {
        browser.size(new Dimension(width, height));
        visit("calm", "newest");
        browser.find("#three li:nth-child(3)");

        assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot("garden-" + width);
    }

    private static void send(byte[] photo) {
        browser.find("#file")
                .sendKeys(pages.file("guest.jpg", photo).toAbsolutePath().toString());
    }

    /** Names a mood by hand. */
    private static void visit(String mood, String order) {
        browser.go(pages.at("/garden.html?" + System.nanoTime()));
        browser.see("#moods [data-mood=" + mood + "]").click();
        browser.see("[data-order=" + order + "]").click();
        browser.find("#three li");
    }

    private static void choose(String season, String weather, String time) {
        select("season", season);
        select("weather", weather);
        select("time", time);
    }
}
