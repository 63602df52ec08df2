package booth.local.browser;

import static booth.local.pipeline.FakeBedrock.Answer.FILTERED;
import static booth.local.pipeline.FakeBedrock.Answer.THROTTLED;
import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.Status;
import booth.local.pipeline.Photos;
import booth.local.pipeline.Pipeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** An operator in a hurry. */
class OperatorsPageTest extends WithPages {
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);
    private static final Dimension DESK = new Dimension(1440, 1000);

    @BeforeEach
    void atADesk() {
        pages.painter().paint();
        browser.size(DESK);
        browser.driver().get(pages.at("/openapi.json"));
        browser.driver().executeScript("localStorage.clear()");
        browser.complaints();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anExecutionIsFollowedUntilItsGraphIsGreen() {
        pages.painter().pause();
        JobId job = send("one", "two", "three");
        open("");
        browser.see("a[data-key='" + job + "-r0']").click();

        browser.see(node("running", "Titan 1"));
        browser.see(node("succeeded", "MergeMask"));
        browser.see(node("idle", "Notify"));
        browser.reads("#head", "Running");
        browser.screenshot("operators-running");
        pages.painter().paint();

        browser.see(node("succeeded", "Notify"));
        browser.reads("#head", "Succeeded");
        browser.see("[data-job-status=succeeded]");
        for (String state : List.of("Detect", "FaceFound?", "SegmentFaces", "Segment", "Generate", "Titan 3"))
            browser.see(node("succeeded", state));
        browser.see(node("idle", "EachFace"));
        browser.see(node("idle", "NoPicture"));
        assertThat(texts("table.timeline tbody th button"))
                .containsExactly(
                        "Detect",
                        "Look?",
                        "FaceFound?",
                        "SegmentFaces",
                        "Segment [0]",
                        "MergeMask",
                        "OneEach?",
                        "Generate",
                        "Titan 1",
                        "Titan 2",
                        "Titan 3",
                        "AnyPicture?",
                        "Notify");
        assertThat(browser.driver().findElements(By.cssSelector("#failure .story")))
                .isEmpty();
        assertThat(browser.barriers()).isEmpty();
        browser.screenshot("operators-succeeded");
    }

    @Test
    void aStateShowsWhatWentInAndCameOutAndWasLogged() {
        JobId job = send("plain");
        pages.pipeline().ended(job);
        open("#execution=" + job + "-r0");

        browser.see(node("succeeded", "Detect")).click();

        browser.reads("#detail h3", "Detect");
        browser.reads("#detail [data-key='payload:input'] pre", "\"upload\": \"photo/" + job + "/me.jpg\"");
        browser.reads("#detail [data-key='payload:output'] pre", "\"frame\"");
        browser.see("#detail [data-key=logs]").click();
        browser.reads("#detail .lines", "task_succeeded");
        browser.see(node("succeeded", "Titan 2")).click();
        browser.reads("#detail [data-key='payload:input'] pre", "\"taskToken\": \"…\"");
        browser.screenshot("operators-state");
    }

    @Test
    void aJobWithoutPicturesSaysWhyAndIsReplayed() {
        for (String prompt : List.of("f1", "f2", "f3")) pages.painter().script(prompt, FILTERED);
        JobId job = send("f1", "f2", "f3");
        pages.pipeline().ended(job);
        open("");
        browser.see("a.failed[data-key='" + job + "-r0']");
        browser.reads("a[data-key='" + job + "-r0'] .why", "NoPicture");
        // the list is written anew meanwhile: found and clicked at once
        browser.driver().executeScript("document.querySelector(arguments[0]).click()", "a[data-key='" + job + "-r0']");

        browser.reads("#failure .failed", "Failed in NoPicture");
        browser.reads("#failure .caught", "Titan 1, Titan 2, Titan 3: Refused");
        browser.see(node("caught", "Titan 1"));
        browser.see(node("failed", "NoPicture"));
        browser.reads("#detail h3", "NoPicture");
        browser.screenshot("operators-failed");
        assertThat(browser.barriers()).isEmpty();

        browser.see("[data-key=replay]").click();
        browser.screenshot("operators-replay");
        answer("yes");
        browser.see("dialog #key").sendKeys(pages.key());
        answer("yes");

        browser.see("a.succeeded[data-key='" + job + "-r1']");
        browser.reads("#head", job + "-r1");
        browser.reads("#head", "Succeeded");
        browser.see("[data-job-status=succeeded]");
        assertThat(pages.pipeline().look(job).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(pages.pipeline().look(job).standing().attempt()).isEqualTo(1);
    }

    @Test
    void aStoppedExecutionIsRedrivenAndTakesItsJobWithIt() {
        pages.painter().script("stuck", 1000, THROTTLED);
        JobId job = send("stuck");
        open("#execution=" + job + "-r0");
        browser.see(node("running", "Titan 1"));

        browser.see("[data-key=stop]").click();
        answer("yes");
        browser.reads("#head", "Stopped");
        browser.see(node("canceled", "Titan 1"));
        browser.see("[data-job-status=canceled]");
        browser.screenshot("operators-stopped");
        browser.see("[data-key=redrive]").click();
        answer("yes");

        browser.see("[data-job-status=running]");
        pages.painter().script("stuck");
        browser.see(node("succeeded", "Notify"));
        browser.reads("#head", "redriven 1×");
        browser.see("[data-job-status=succeeded]");
        assertThat(pages.pipeline().look(job).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void theListIsFilteredByStatusAndByText() {
        for (String prompt : List.of("g1", "g2", "g3")) pages.painter().script(prompt, FILTERED);
        JobId bad = send("g1", "g2", "g3");
        JobId good = send("fine");
        pages.pipeline().ended(bad);
        pages.pipeline().ended(good);
        open("");
        String goodRow = "a[data-key='" + good + "-r0']";
        String badRow = "a[data-key='" + bad + "-r0']";
        browser.see(goodRow);
        browser.see(badRow);

        browser.see("[data-status=FAILED]").click();
        browser.gone(goodRow);
        browser.see(badRow);
        browser.see("[data-status=ALL]").click();
        browser.see("#text").sendKeys(good.value().substring(0, 12));
        browser.gone(badRow);
        browser.see(goodRow);
        browser.see("#text").clear();
        browser.see("#text").sendKeys("nopicture");
        browser.gone(goodRow);
        browser.see(badRow);
    }

    @Test
    void deadLettersAreReadAndSentBack() {
        JobId nobody = JobId.random();
        pages.pipeline().queues().send(pages.pipeline().output("IntakeDeadLettersUrl"), """
                {"Records":[{"eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"%s"},
                "object":{"key":"photo/%s/my+face.jpg","size":7}}}]}""".formatted(
                        pages.pipeline().output("UploadsBucket"), nobody));
        open("#queues");
        browser.reads("#dead", "1");
        browser.reads("tr[data-queue=IntakeQueue] .dead", "1");

        browser.see("[data-key='look:IntakeQueueDeadLetters']").click();
        browser.reads(".mail", nobody.value().substring(0, 8));
        browser.see(".mail summary").click();
        browser.reads(".mail pre", "my+face.jpg");
        browser.screenshot("operators-queues");
        assertThat(browser.barriers()).isEmpty();
        browser.see("[data-key='move:IntakeQueueDeadLetters']").click();
        browser.reads("dialog", "go back to IntakeQueue");
        answer("no");
        browser.see("[data-key='move:IntakeQueueDeadLetters']").click();
        answer("yes");

        browser.gone(".letters.some");
        browser.gone("#dead .count");
        Pipeline.await()
                .until(() -> pages.pipeline().queues().empty(pages.pipeline().output("IntakeQueueUrl")));
    }

    @Test
    void whoeverComesWithoutTheLinkIsToldWhereItIs() {
        browser.driver().executeScript("sessionStorage.clear()");
        browser.go(pages.at("/operators.html"));

        browser.reads("#credentials", "booth up");
        assertThat(browser.driver().findElements(By.cssSelector("#rows a"))).isEmpty();
        assertThat(browser.barriers()).isEmpty();
        pages.openOperators("#queues");
        browser.reads("#lines", "IntakeQueue");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/operators.html#queues");
    }

    @Test
    void theKeyboardReachesEveryState() {
        JobId job = send("keys");
        pages.pipeline().ended(job);
        open("#execution=" + job + "-r0");
        browser.see(node("succeeded", "Notify"));

        browser.driver().executeScript("document.querySelector(\".handle[data-state='Detect']\").focus()");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);

        browser.reads("#detail h3", "Look?");
        assertThat(browser.see(".handle[data-state='Look?']").getDomAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(browser.see(".handle[data-state='Detect']").getDomAttribute("aria-label"))
                .startsWith("Detect: succeeded");
    }

    @Test
    void itSpeaksKoreanAndFitsATabletAtNight() {
        JobId job = send("night");
        pages.pipeline().ended(job);
        open("#execution=" + job + "-r0");
        browser.see("[data-language=ko]").click();
        browser.reads("#head", "성공");
        browser.reads("#timeline", "걸린 시간");

        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        browser.size(Browser.PORTRAIT);
        browser.see(node("succeeded", "Notify"));
        browser.screenshot("operators-korean-night");
        assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    private static JobId send(String... prompts) {
        return pages.pipeline()
                .send(
                        PHOTO,
                        new JobRequest(
                                "me.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of(prompts)));
    }

    private static void open(String where) {
        pages.openOperators(where);
    }

    private static String node(String status, String state) {
        return "#graph .node." + status + "[data-state='" + state + "']";
    }

    private static void answer(String word) {
        browser.see("dialog button[value=" + word + "]").click();
    }

    private static List<String> texts(String css) {
        return browser.driver().findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }
}
