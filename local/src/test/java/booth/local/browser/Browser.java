package booth.local.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The Chromium of this machine, without a window, in a profile of its own. Where there is none, tests are skipped with a
 * line that nobody overlooks, or fail where {@code BOOTH_BROWSER=required} says that one must be there.
 */
public final class Browser implements AutoCloseable {
    /** A tablet, held in both ways. */
    public static final Dimension LANDSCAPE = new Dimension(1180, 820);

    public static final Dimension PORTRAIT = new Dimension(820, 1180);

    private static final Path AXE = Path.of("../doors/web/vendor/test/axe.min.js");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");
    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox", // CI is root in a container
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-prefers-reduced-motion",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** @param profile an empty folder; @param language {@code en-US} */
    public static Browser open(Path profile, String language) {
        Optional<File> browser = first(BROWSERS);
        Optional<File> chromedriver = first(DRIVERS);
        if (browser.isEmpty() || chromedriver.isEmpty()) noBrowser();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow());
        options.addArguments(ARGUMENTS);
        options.addArguments("--user-data-dir=" + profile.toAbsolutePath(), "--lang=" + language);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .usingAnyFreePort()
                .build();
        Browser opened = new Browser(new ChromeDriver(service, options));
        opened.size(LANDSCAPE);
        return opened;
    }

    private static void noBrowser() {
        String sentence = "There is no Chromium here: apt-get install chromium chromium-driver";
        if ("required".equals(System.getenv("BOOTH_BROWSER"))) throw new AssertionError(sentence);
        System.err.println("\n*** BROWSER TESTS SKIPPED *** " + sentence + "\n");
        Assumptions.abort(sentence);
    }

    private static Optional<File> first(List<String> paths) {
        return Stream.concat(paths.stream(), onPath(Path.of(paths.get(0)).getFileName()))
                .map(File::new)
                .filter(File::canExecute)
                .findFirst();
    }

    private static Stream<String> onPath(Path name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder).resolve(name).toString());
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Of the page, without the browser's own bars. */
    public void size(Dimension size) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", size.width, "height", size.height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Opens a page of ours and waits until its script has done what it does first. */
    public void go(String address) {
        driver.get(address);
        find("body[data-ready]");
    }

    /** Waits for a visible element. */
    public WebElement see(String css) {
        return Objects.requireNonNull(Awaitility.await(css)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(
                        () -> driver.findElements(By.cssSelector(css)).stream()
                                .filter(WebElement::isDisplayed)
                                .findFirst(),
                        Optional::isPresent)
                .orElse(null));
    }

    /** Waits for an element, seen or not. */
    public WebElement find(String css) {
        Awaitility.await(css)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !driver.findElements(By.cssSelector(css)).isEmpty());
        return driver.findElement(By.cssSelector(css));
    }

    /** Waits until nothing of that kind is visible any more. */
    public void gone(String css) {
        Awaitility.await("no " + css)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> driver.findElements(By.cssSelector(css)).stream().noneMatch(WebElement::isDisplayed));
    }

    /** Waits until an element reads like this. */
    public void reads(String css, String words) {
        Awaitility.await(css + " reads " + words)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(driver.findElement(By.cssSelector(css)).getText())
                                .contains(words));
    }

    /** What an expression is worth in the page. */
    public Object value(String expression, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript("return " + expression, arguments), expression);
    }

    /** Cuts the page's network, or joins it again. */
    public void online(boolean online) {
        if (online) {
            driver.deleteNetworkConditions();
            return;
        }
        ChromiumNetworkConditions none = new ChromiumNetworkConditions();
        none.setOffline(true);
        driver.setNetworkConditions(none);
    }

    /** For people to look at: {@code target/screenshots/<name>.png}. */
    public void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What went wrong in the console since it was last asked for. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What keeps somebody from using the page as it stands, as axe finds it. */
    public List<?> barriers() {
        inject(AXE);
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run({ resultTypes: ['violations'] }).then(result => done(result.violations
                    .map(one => `${one.id}: ${one.nodes.map(node => node.target + ' ' + node.failureSummary).join('; ')}`)));
                """);
        return (List<?>) Objects.requireNonNull(found);
    }

    /** Runs a script that the page is not asked for, as its own content policy does not hold for it. */
    private void inject(Path script) {
        try {
            driver.executeScript(Files.readString(script, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
