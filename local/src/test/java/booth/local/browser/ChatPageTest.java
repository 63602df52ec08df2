package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.image.ImageBytes;
import booth.core.job.JobId;
import booth.core.job.JobKeys;
import booth.core.job.JobRequest;
import booth.core.job.Look;
import booth.core.job.LookChoice;
import booth.core.job.ObjectStore;
import booth.local.pipeline.Gate;
import booth.local.pipeline.Photos;
import booth.local.pipeline.Pipeline;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The bot for LINE as its guest uses it, in a browser: the functions that are deployed, and LINE as this machine plays it. */
class ChatPageTest {
    static final String LAST = ".talk > .line.bot:last-child";
    static final String PICTURES = ".talk > .line.bot:nth-last-child(-n+3) a img";

    private static final Dimension PHONE = new Dimension(390, 844);
    private static final Dimension DESK = new Dimension(1280, 860);
    private static final byte[] PHOTO = Photos.guest(Photos.SKIN);
    private static final Pattern JOB = Pattern.compile("photo/([0-9a-f]{32})/");

    @TempDir
    private static Path folder;

    private static final Gate eyes = new Gate();
    private static Browser browser;
    private static Pipeline pipeline;

    @BeforeAll
    static void start() {
        browser = Browser.open(folder.resolve("profile"), "en-US"); // first: without one nothing else is started
        pipeline = Pipeline.startWithEyes(folder, eyes, 0, true);
        browser.go(pipeline.output("ApiUrl") + "/chat.html#chat=" + pipeline.chatKey());
    }

    @AfterAll
    static void stop() {
        if (pipeline != null) pipeline.close();
        if (browser != null) browser.close();
    }

    /** Whoever blocks the bot is forgotten, so every test begins with nothing. */
    @BeforeEach
    void aNewFriend() {
        eyes.open();
        browser.size(DESK);
        browser.see("[data-language=en]").click();
        choose("#replySeconds", "60");
        choose("#language", "en");
        browser.see("[data-chat=user]").click();
        if (browser.find("#leave").isDisplayed()) browser.find("#leave").click();
        browser.see("#enter").click();
        browser.reads(LAST, "Send me a photo");
        browser.complaints();
    }

    @Test
    void aPhotoGoesInAndMonstersComeOutAndACatIsACat() throws IOException {
        write("cat");
        browser.reads(LAST, "Your next photos: cat");
        browser.reads(".talk > .line.bot:last-child .how", "reply");
        sendPhoto();
        browser.see(".line.mine .image img");

        JobId job = job(pictures().get(0));
        browser.screenshot("chat-desk");

        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        JobId cat = made("cat-demon");
        JobId tiger = made("tiger");
        assertThat(difference(job, cat)).isLessThan(8);
        assertThat(difference(job, tiger)).isGreaterThan(20);
    }

    @Test
    void whoDoesNotKnowTheSecretIsRefusedAndThePageShowsIt() {
        write("tiger");
        browser.reads(LAST, "Your next photos: tiger");
        long before = answers();

        browser.see(webhook("message") + " .deeds button:last-child").click();

        browser.reads(".exchange[data-status='403'] .status", "403");
        browser.see(".exchange[data-status='403'] summary").click();
        browser.reads(".exchange[data-status='403'] details", "Error");
        browser.reads(".exchange[data-status='403'] details", "x-line-signature");
        browser.screenshot("chat-forged");
        write("help"); // what is answered next comes after whatever the forged one would have led to
        browser.reads(LAST, "every face gets a mask");
        assertThat(answers()).isEqualTo(before + 1);
    }

    @Test
    void whereTheReplyTokenIsOverThePicturesArePushed() {
        choose("#replySeconds", "0");
        sendPhoto();

        pictures();
        browser.reads(".talk > .line.bot:last-child .how", "push");
        browser.see(".exchange[data-who=bot][data-about$='/message/push'][data-status='200']");
        browser.see(".exchange[data-who=bot][data-about$='/message/reply'][data-status='400']");
    }

    @Test
    void aPhotoThatIsDeliveredAgainBecomesNoSecondJob() {
        sendPhoto();
        pictures();

        browser.see(webhook("message") + " .deeds button:first-child").click();

        browser.reads(webhook("message"), "redelivered");
        browser.reads(webhook("message") + " .status", "200");
        write("help"); // of a chat's events this one is handled after it
        browser.reads(LAST, "every face gets a mask");
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void whatIsLostOnTheWayArrivesByItsRedelivery() {
        browser.see("#lose").click();
        write("rabbit");

        browser.reads(LAST, "Your next photos: rabbit");
        browser.see(".exchange[data-who=line][data-status='-1']");
    }

    @Test
    void whoBlocksTheBotIsForgottenAlsoWhileItsWorkIsUnderWay() {
        eyes.close();
        sendPhoto();
        browser.see(".bubble.busy");
        browser.screenshot("chat-busy");
        assertThat(browser.value("document.documentElement.scrollHeight <= innerHeight"))
                .as("on a desk nothing but the chat and the list scrolls")
                .isEqualTo(true);
        Pipeline.await().until(() -> jobs().size() == 1);
        String job = jobs().get(0).split("/", 3)[1];

        browser.see("#leave").click();
        browser.reads(".talk > .notice:last-child", "You blocked the bot");
        Pipeline.await().until(() -> jobs().isEmpty());
        eyes.open();

        Pipeline.await().until(() -> kept().stream().noneMatch(key -> key.contains(job)));
        browser.gone("#composer");
    }

    @Test
    void aPhotoThatIsTakenBackIsGone() {
        sendPhoto();
        pictures();
        browser.see(".line.mine .tiny").click();

        browser.see(".talk > .notice:not(:last-child)");
        Pipeline.await().until(() -> jobs().isEmpty());
    }

    @Test
    void inAGroupItMakesPicturesOfEveryPhotoAndListensToItsName() {
        browser.see("[data-chat=group]").click();
        browser.screenshot("chat-invite");
        if (browser.find("#leave").isDisplayed()) browser.find("#leave").click();
        browser.see("#enter").click();
        browser.reads(LAST, "Send me a photo");
        write("nobody asked you");
        browser.see("#mention").click();
        browser.find("#text").sendKeys("tiger" + Keys.ENTER);
        browser.reads(LAST, "Your next photos: tiger");
        sendPhoto();
        pictures();

        assertThat(browser.driver().findElements(By.cssSelector(".talk .line.bot .bubble:not(.image)")))
                .extracting(WebElement::getText)
                .filteredOn(text -> text.contains("nobody asked"))
                .isEmpty();
        browser.see("#leave").click();
        Pipeline.await().until(() -> jobs().isEmpty());
    }

    @Test
    void theButtonsUnderAnAnswerChooseAMask() {
        browser.see(".chip").click();

        browser.reads(LAST, "Your next photos: cute");
    }

    @Test
    void aGuestIsSpokenToInTheLanguageOfTheProfileAndThePageInThatOfItsReader() {
        choose("#language", "ja");
        write("ねこ");
        browser.reads(LAST, "ねこ");
        sendPhoto();
        pictures();
        browser.see("[data-language=ko]").click();
        browser.reads("#leave", "차단");
        browser.size(PHONE);
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        browser.screenshot("chat-phone-korean-night");

        assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(browser.barriers()).isEmpty();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        browser.screenshot("chat-phone");
    }

    @Test
    void theKeyboardIsEnough() {
        browser.find("#text").sendKeys("portrait" + Keys.ENTER);
        browser.reads(LAST, "become portraits");
        browser.driver().executeScript("document.querySelector('.chip').focus()");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.reads(LAST, "Your next photos");
        browser.driver().executeScript("document.querySelector('.exchange summary').focus()");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.see(".exchange details[open] pre");
    }

    @Test
    void whoeverComesWithoutTheLinkSeesNothing() {
        browser.driver().executeScript("localStorage.removeItem('chat-key')");
        browser.go(pipeline.output("ApiUrl") + "/chat.html?without");
        browser.reads("#closed", "Open the chat's link");
        browser.gone("#phone, #desk");
        assertThat(browser.barriers()).isEmpty();

        browser.go(pipeline.output("ApiUrl") + "/chat.html#chat=" + pipeline.chatKey());
        assertThat(browser.driver().getCurrentUrl()).endsWith("/chat.html");
        browser.see("#phone");
        browser.complaints(); // of the refusals
    }

    private static void write(String text) {
        browser.see("#text").sendKeys(text);
        browser.see(".send").click();
    }

    private static void sendPhoto() {
        try {
            Path file = Files.write(folder.resolve("me.jpg"), PHOTO);
            browser.find("#file").sendKeys(file.toAbsolutePath().toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void choose(String select, String value) {
        browser.find("body[data-ready]");
        browser.driver().executeScript("""
                const [where, value] = arguments;
                const select = document.querySelector(where);
                select.value = value;
                select.dispatchEvent(new Event('change'));
                """, select, value);
    }

    /** Waits for three, and that they can be seen. */
    private static List<WebElement> pictures() {
        Pipeline.await()
                .ignoreExceptions()
                .until(() -> browser.driver().findElements(By.cssSelector(PICTURES)).stream()
                                .filter(image -> !"0".equals(image.getDomProperty("naturalWidth")))
                                .count()
                        == 3);
        return browser.driver().findElements(By.cssSelector(PICTURES));
    }

    /** Of the newest of that kind. */
    private static String webhook(String event) {
        return ".exchange[data-who=line][data-about='" + event + "']:not(.exchange[data-about='" + event + "'] ~ *)";
    }

    private static long answers() {
        return (long) browser.value("document.querySelectorAll('.talk > .line.bot').length");
    }

    private static JobId job(WebElement picture) {
        Matcher link =
                JOB.matcher(String.valueOf(picture.findElement(By.xpath("..")).getDomProperty("href")));
        assertThat(link.find()).isTrue();
        return new JobId(link.group(1));
    }

    private static List<String> kept() {
        return pipeline.folder().list("").stream()
                .map(ObjectStore.Entry::key)
                .filter(key -> key.startsWith("photo/") || key.startsWith("line-bot/users/"))
                .toList();
    }

    /** Of LINE's guests, which are all there are but for those a test makes itself. */
    private static List<String> jobs() {
        return kept().stream().filter(key -> key.endsWith("/line.json")).toList();
    }

    /** The same photo with a mask that is asked for by its name. */
    private static JobId made(String mask) {
        JobRequest request = new JobRequest(
                        "me.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of())
                .with(new LookChoice(Optional.of(Look.MONSTER), Optional.empty(), Optional.of(mask)));
        JobId job = pipeline.send(PHOTO, request);
        pipeline.ended(job);
        return job;
    }

    /** Of the faces in the first pictures, a channel's mean. */
    private static double difference(JobId one, JobId other) {
        BufferedImage left = picture(one);
        BufferedImage right = picture(other);
        long sum = 0;
        int count = 0;
        for (int y = left.getHeight() * 3 / 10; y < left.getHeight() * 7 / 10; y += 4)
            for (int x = left.getWidth() * 4 / 10; x < left.getWidth() * 6 / 10; x += 4) {
                Color a = new Color(left.getRGB(x, y));
                Color b = new Color(right.getRGB(x, y));
                sum += Math.abs(a.getRed() - b.getRed())
                        + Math.abs(a.getGreen() - b.getGreen())
                        + Math.abs(a.getBlue() - b.getBlue());
                count += 3;
            }
        return (double) sum / count;
    }

    private static BufferedImage picture(JobId job) {
        String key = pipeline.folder().list(JobKeys.folder(job)).stream()
                .map(ObjectStore.Entry::key)
                .filter(name -> name.endsWith("_1.jpeg") && name.contains("/photo_"))
                .findFirst()
                .orElseThrow();
        return ImageBytes.decode(key, pipeline.folder().read(key));
    }
}
