package booth.local.browser;

import booth.core.access.BoothKeys;
import booth.core.access.Pairings;
import booth.local.pipeline.FakeBedrock;
import booth.local.pipeline.Pipeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BiFunction;

/** A browser before the pages, the deployed template behind them, and models that answer at once. */
final class Pages implements AutoCloseable {
    private final Path folder;
    private final FakeBedrock painter = new FakeBedrock();
    private final Browser browser;
    private final Pipeline pipeline;
    private final String key;

    /** @param folder an empty one; @param language of the browser, {@code en-US} */
    Pages(Path folder, String language) {
        this(folder, language, Pipeline::start);
    }

    private Pages(Path folder, String language, BiFunction<Path, FakeBedrock, Pipeline> start) {
        this.folder = folder;
        browser = Browser.open(folder.resolve("profile"), language); // first: without one nothing else is started
        pipeline = started(start);
        key = new BoothKeys(pipeline.folder())
                .issue("hall", 6000, Instant.now())
                .secret();
    }

    /** With the garden beside the booth. */
    static Pages withGarden(Path folder) {
        return new Pages(folder, "en-US", (data, painter) -> Pipeline.startWithGarden(data, painter, 0, true));
    }

    /** A browser that nobody will ask for anything does not stay behind. */
    private Pipeline started(BiFunction<Path, FakeBedrock, Pipeline> start) {
        try {
            return start.apply(folder, painter);
        } catch (RuntimeException | Error e) {
            browser.close();
            throw e;
        }
    }

    Browser browser() {
        return browser;
    }

    FakeBedrock painter() {
        return painter;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    String key() {
        return key;
    }

    String at(String path) {
        return pipeline.output("ApiUrl") + path;
    }

    /** As {@code booth up} prints it, but for a query that makes the address another one than the page's. */
    String pairingLink() {
        String code = new Pairings(pipeline.folder()).open("hall", 6000, Instant.now());
        return at("/?pairing#pair=" + code);
    }

    /** The booth page with the tests' key, as links once had it. */
    void openBooth() {
        browser.go(at("/#key=" + key));
    }

    /**
     * The operators' page as {@code booth up} names it.
     *
     * @param place on it, {@code #queues}; may be empty
     */
    void openOperators(String place) {
        String where = place.isEmpty() ? "" : "&" + place.substring(1);
        browser.go(at("/operators.html#operator=" + pipeline.operatorsKey() + where));
    }

    /** What earlier tests left in the browser. */
    void forgetGuests() {
        browser.driver().get(at("/app/icon.svg")); // of the same origin, and without a script
        browser.driver().executeScript("indexedDB.deleteDatabase('booth'); localStorage.clear()");
    }

    /** Chooses a photo as a guest does. */
    void choose(String name, byte[] photo) {
        browser.find("#files").sendKeys(file(name, photo).toAbsolutePath().toString());
    }

    /** Chooses two at once. */
    void choose(String name, byte[] photo, String another, byte[] anotherPhoto) {
        browser.find("#files")
                .sendKeys(file(name, photo).toAbsolutePath() + "\n"
                        + file(another, anotherPhoto).toAbsolutePath());
    }

    Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        pipeline.close();
    }
}
