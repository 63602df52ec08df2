package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The gardener looks through pool and garden, plants, removes, and hangs pictures on the wall. */
class GardenerPageTest extends WithGarden {
    @Test
    void hundredsOfPicturesAreThereFastAndReadOnWhileScrolling() {
        List<String> keys = plant("imgPool/happy", 60);
        open("imgPool", "happy", keys.size());

        assertThat(browser.barriers()).isEmpty();
        browser.screenshot("gardener-pool");
    }

    @Test
    void markedByKeysAndPlantedAPictureIsInTheGardenAndNoLongerInThePool() {
        List<String> keys = plant("imgPool/sad", 4);
        withKey();
        open("imgPool", "sad", 4);
        focusFirst();
        press("+");
        press(Keys.ARROW_RIGHT);
        press("z");
        press("z");
        press("+");
        press("-");
        browser.reads("#marked", "1 marked");

        browser.see("#promote").click();

        browser.reads("#said", "planted");
        String newest = keys.get(3);
        await(() -> bucket.exists(newest.replace("imgPool/", "emotions/")) && !bucket.exists(newest));
        assertThat(bucket.list("imgPool/sad/")).hasSize(3);
        open("emotions", "sad", 1);
    }

    @Test
    void removedPicturesAreGoneAndItIsAskedBefore() {
        plant("emotions/angry", 3);
        withKey();
        open("emotions", "angry", 3);
        focusFirst();
        press(" ");
        browser.see("#remove").click();
        browser.driver().switchTo().alert().dismiss();
        assertThat(bucket.list("emotions/angry/")).hasSize(3);

        browser.see("#remove").click();
        browser.driver().switchTo().alert().accept();

        browser.reads("#said", "removed");
        assertThat(bucket.list("emotions/angry/")).hasSize(2);
        await(() -> count(".beds li") == 2);
    }

    @Test
    void withoutAKeyOneMayLookAndIsAskedForItWhenChanging() {
        plant("emotions/fear", 2);
        open("emotions", "fear", 2);
        browser.see("#keyForm");
        focusFirst();
        press(" ");
        browser.see("#remove").click();
        browser.driver().switchTo().alert().accept();

        browser.reads("#keyTrouble", "key");
        assertThat(bucket.list("emotions/fear/")).hasSize(2);
        browser.complaints(); // the browser itself writes down that it was answered 401
    }

    @Test
    void whatIsHungOnTheWallIsOnTheWall() {
        plant("emotions/surprised", 4);
        withKey();
        open("emotions", "surprised", 4);
        browser.driver().findElements(By.cssSelector(".bed")).forEach(bed -> bed.click());
        select("zone", "zone2");

        browser.see("#show").click();

        browser.reads("#said", "Hung");
        assertThat(bucket.list("display/zone2/")).hasSize(4);
    }

    @Test
    void itFitsAPhoneAndSpeaksKorean() {
        plant("emotions/calm", 2);
        browser.size(PHONE);
        open("emotions", "calm", 2);
        browser.see("[data-language=ko]").click();

        browser.reads("h1", "정원사");
        assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot("gardener-phone");
    }

    /** Events of the newest may be under way: what has not come yet is asked for again. */
    private static void open(String area, String emotion, int pictures) {
        browser.go(pages.at("/gardener.html?" + System.nanoTime()));
        await(() -> {
            browser.see("[data-area=" + area + "]").click();
            select("emotion", emotion);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .until(() -> browser.see("#said").getText().contains(" of "));
            return browser.see("#said").getText().startsWith(pictures + " of " + pictures);
        });
        assertThat(count(".beds li")).isEqualTo(pictures);
    }

    private static void focusFirst() {
        browser.driver().executeScript("document.querySelector('.bed').focus()");
    }

    private static void press(CharSequence key) {
        browser.driver().switchTo().activeElement().sendKeys(key);
    }
}
