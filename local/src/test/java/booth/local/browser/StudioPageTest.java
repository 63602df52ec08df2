package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pictures of words: one by one, and in batches whose price is told before. */
class StudioPageTest extends WithGarden {
    @Test
    void withoutAKeyNothingIsPainted() {
        browser.go(pages.at("/studio.html"));

        browser.see("#keyForm");
        browser.gone("#benches");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void onePictureOfAnyWordsIsPaintedInTheSizeThatWasChosen() {
        open();
        browser.see("#words").sendKeys("a quiet pond in the rain");
        select("size", "800x1280");
        browser.see("#paint").click();

        browser.see("#painted img");
        await(() -> (Boolean) browser.value("document.querySelector('#painted img').naturalWidth > 0"));
        assertThat(
                        browser.value(
                                "document.querySelector('#painted img').naturalWidth + 'x' + document.querySelector('#painted img').naturalHeight"))
                .isEqualTo("800x1280");
        browser.reads("#oneSaid", "seconds");
    }

    @Test
    void aBatchTellsItsPriceBeforeItIsPaintedAndItsProgressWhileItIs() {
        open();
        for (String box : new String[] {"#emotions [value=happy]", "#seasons [value=spring]", "#times [value=day]"})
            browser.driver().executeScript("document.querySelector(arguments[0]).click()", box);
        browser.reads("#estimate", "pictures");
        browser.reads("#estimate", "$");
        browser.see("#start:enabled");
        browser.screenshot("studio-estimate");
        browser.see("#start").click();

        browser.see("#batches > li");
        browser.see("#batches > li .status.succeeded");
        await(
                () -> (Boolean)
                        browser.value(
                                "document.querySelector('#batches progress').value === document.querySelector('#batches progress').max"));
        assertThat(bucket.list("imgPool/happy/")).isNotEmpty();
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot("studio-done");
    }

    @Test
    void aBatchThatIsBeingPaintedIsThereAfterAReloadAndCanBeStopped() {
        open();
        pages.painter().pause();
        try {
            for (String mood : new String[] {"sad", "calm", "fear"})
                browser.driver()
                        .executeScript(
                                "document.querySelector(arguments[0]).click()", "#emotions [value=" + mood + "]");
            browser.see("#start:enabled").click();
            browser.see("#batches > li .status.running");

            browser.go(pages.at("/studio.html?again"));
            browser.see("#batches > li .status.running");
            browser.see("#batches > li[data-status=running] button").click();

            browser.see("#batches > li .status.canceled");
        } finally {
            pages.painter().paint();
        }
    }

    @Test
    void itSpeaksKoreanOnAPhone() {
        browser.size(PHONE);
        open();
        browser.see("[data-language=ko]").click();

        browser.reads("h1", "작업실");
        assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot("studio-phone");
    }

    private static void open() {
        withKey();
        browser.go(pages.at("/studio.html?" + System.nanoTime()));
        browser.see("#benches");
    }
}
