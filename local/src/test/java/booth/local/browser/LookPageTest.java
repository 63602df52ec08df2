package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import booth.local.pipeline.Photos;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** A guest chooses what becomes of the photo, and both pages speak of that and of nothing else. */
class LookPageTest extends WithPages {
    private static final Dimension PHONE = new Dimension(390, 844);
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN); // a painted one, without eyes

    @BeforeEach
    void freshPage() {
        pages.forgetGuests();
        pages.openBooth();
        browser.complaints();
    }

    @AfterEach
    void asItWas() {
        browser.size(Browser.LANDSCAPE);
    }

    @Test
    void theArrowKeysChooseAmongThreeLooksAndEachSaysWhatItIs() {
        browser.see("#aboutWorlds");
        Shifts shifts = Shifts.observe(browser);
        browser.driver().executeScript("document.querySelector('#looks input').focus()");

        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        browser.reads("#aboutPortrait", "You stay sharp");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        browser.reads("#aboutMonster", "A mask for every face");
        browser.gone("#aboutWorlds, #aboutPortrait");

        assertThat(browser.value("document.activeElement.value")).isEqualTo("monster");
        assertThat(browser.driver().switchTo().activeElement().getAccessibleName())
                .isEqualTo("Monsters");
        assertThat(browser.barriers()).isEmpty();
        shifts.assertNothingMoved();
    }

    /** In a hall, on a tablet held upright, on a phone, on a television. */
    @ParameterizedTest
    @CsvSource({"1280,800", "800,1280", "390,844", "1920,1080"})
    void theThreeLooksStandSideBySideOnTheFirstView(int width, int height) {
        browser.size(new Dimension(width, height));
        browser.see("label:has([value=monster])").click();
        browser.screenshot("looks-%dx%d".formatted(width, height));

        assertThat((List<?>) browser.value("""
                        [...new Set([...document.querySelectorAll('.look')].map(look => look.getBoundingClientRect().top))]""")).hasSize(1);
        assertThat(browser.value(
                        "document.querySelector('#aboutMonster').getBoundingClientRect().bottom <= innerHeight"))
                .isEqualTo(true);
        assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "monster, too hidden for a mask, 가면을 씌우지 못했습니다, Hello from the monsters",
        "portrait, could not find anybody, 사람을 찾지 못해, Hello from the studio"
    })
    void whatTheGuestMayWantToKnowIsSaidInTheGuestsLanguageAndMovesNothing(
            String look, String notice, String korean, String title) {
        browser.driver().executeScript("""
                window.said = [];
                new MutationObserver(() => window.said.push(document.querySelector('.board .status')?.textContent ?? ''))
                    .observe(document.body, { subtree: true, childList: true, characterData: true });
                """);
        browser.see("label:has([value=" + look + "])").click();
        pages.choose("me.jpg", look.equals("portrait") ? Photos.nobody() : PHOTO);
        browser.see(".board .stage .original");
        Shifts shifts = Shifts.observe(browser);

        browser.reads(".status", "Your pictures are ready!");
        browser.reads(".notices", notice);
        browser.see(".strip li:nth-child(3) .film img");
        browser.screenshot("booth-" + look + "-landscape");
        shifts.assertNothingMoved();
        assertThat(String.valueOf(browser.value("window.said.join('|')"))).doesNotContainIgnoringCase("world");
        assertThat(browser.complaints()).isEmpty();
        browser.see("[data-language=ko]").click();
        browser.reads(".notices", korean);
        browser.see("[data-language=en]").click();

        browser.size(PHONE);
        browser.go(String.valueOf(browser.find(".qr[href]").getDomProperty("href")));
        browser.reads(".status", title);
        browser.reads(".notices", notice);
        browser.screenshot("guest-" + look + "-phone");
        assertThat(browser.barriers()).isEmpty();
    }

    /** Whoever comes next chooses anew. */
    @Test
    void theNextGuestBeginsWithNewWorlds() {
        browser.see("label:has([value=monster])").click();
        pages.choose("me.jpg", PHOTO);
        browser.see("[data-t='board.new']").click();

        browser.see("#aboutWorlds");
    }
}
