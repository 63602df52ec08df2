package booth.local.browser;

import booth.core.job.JobId;
import booth.local.pipeline.Photos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The painter is slower than the state machine has patience, and the page is still open. */
class LatePageTest extends WithPages {
    @BeforeEach
    void freshPage() {
        pages.painter().paint();
        pages.forgetGuests();
        pages.openBooth();
        browser.complaints();
    }

    @Test
    void picturesThatLandAfterTheirJobHasFailedAppearAtTheBooth() {
        sendToPatientPainter();
        pages.pipeline().giveUp(job());
        browser.reads(".trouble", "No picture worked out");

        pages.painter().paint();

        browser.reads(".status", "Your pictures are ready!");
        for (int print = 1; print <= 3; print++) browser.see(".strip li:nth-child(" + print + ") .film img");
        browser.gone(".trouble");
        browser.see("[data-t='board.save']");
        browser.screenshot("booth-late-landscape");
    }

    @Test
    void picturesThatLandAfterTheirJobHasFailedAppearOnTheGuestsPage() {
        sendToPatientPainter();
        JobId job = job();
        browser.go(link());
        browser.reads(".status", "Painting new worlds");
        pages.pipeline().giveUp(job);
        browser.reads(".status", "That did not work");

        pages.painter().paint();

        browser.reads(".status", "Hello from another world");
        browser.see(".strip li:nth-child(3) .film img");
        browser.see("[data-t='board.saveAll']:enabled");
        browser.gone(".trouble");
    }

    /** Their job has failed, but the page watches: the guest erases it from there, and what is still painted lands nowhere. */
    @Test
    void aGuestWhoDeletesAFailedJobSeesNothingLandLater() {
        sendToPatientPainter();
        JobId job = job();
        browser.go(link());
        browser.reads(".status", "Painting new worlds");
        pages.pipeline().giveUp(job);
        browser.reads(".status", "That did not work");

        browser.see("[data-t='guest.delete']").click();
        browser.see("dialog [value=yes]").click();
        browser.reads("#farewell", "All gone");
        pages.painter().paint();

        browser.driver().navigate().refresh();
        browser.reads("#farewell", "Nothing here any more");
    }

    private static void sendToPatientPainter() {
        pages.painter().pause();
        pages.choose("me.jpg", Photos.guest(Photos.SKIN));
        browser.reads(".status", "Painting new worlds");
    }

    private static String link() {
        return String.valueOf(browser.find(".qr[href]").getDomProperty("href"));
    }

    private static JobId job() {
        return new JobId(link().replaceAll(".*#|\\.gt_.*", ""));
    }
}
