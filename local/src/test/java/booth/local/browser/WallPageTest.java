package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A screen on a wall shows its zone, whatever happens around it. */
class WallPageTest extends WithGarden {
    @Test
    void aZoneShowsOnePictureAfterTheOtherAndThoseOfTheWayItIsHeld() {
        for (int slot = 1; slot <= 2; slot++) {
            copy(
                    "display/zone1/img" + slot + "h.jpeg",
                    plant("emotions/calm", 4).get(0));
            copy(
                    "display/zone1/img" + slot + "v.jpeg",
                    plant("emotions/calm", 4).get(3));
        }
        browser.go(pages.at("/wall.html#zone1"));

        browser.see("#screen img.on");
        Set<String> seen = new TreeSet<>();
        await(() -> {
            seen.add(shown());
            return seen.size() == 2;
        });
        assertThat(seen).allMatch(url -> url.contains("h.jpeg"));
        browser.size(Browser.PORTRAIT);
        await(() -> shown().contains("v.jpeg"));
        browser.screenshot("wall-portrait");
    }

    @Test
    void aZoneInWhichNothingHangsShowsTheGarden() {
        plant("emotions/happy", 3);
        await(() -> {
            browser.go(pages.at("/wall.html?" + System.nanoTime() + "#zone3"));
            return count("#screen img.on") > 0;
        });

        assertThat(shown()).contains("emotions/");
        browser.driver().executeScript("document.getElementById('stop').click()");
        browser.reads("#wallSaid", "the garden itself is shown");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void withoutANetworkItGoesOnWithWhatItHas() {
        plant("emotions/happy", 3);
        await(() -> {
            browser.go(pages.at("/wall.html?" + System.nanoTime() + "#zone3"));
            return count("#screen img.on") > 0;
        });
        browser.online(false);
        try {
            browser.see("#screen img.on");
            browser.find("#offline.shown");
        } finally {
            browser.online(true);
        }
        browser.see("#screen img.on");
        browser.complaints(); // the browser itself writes down what it could not fetch
    }

    @Test
    void itSpeaksKorean() {
        browser.go(pages.at("/wall.html"));
        browser.see("[data-language=ko]").click();

        browser.reads("#start", "시작");
    }

    private static String shown() {
        return (String) browser.value("document.querySelector('#screen img.on')?.src ?? ''");
    }

    private static void copy(String to, String from) {
        bucket.write(to, bucket.read(from));
    }
}
