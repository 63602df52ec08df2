package booth.local.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share one browser before one deployed template. */
abstract class WithPages {
    @TempDir
    static Path folder;

    static Pages pages;
    static Browser browser;

    @BeforeAll
    static void start() {
        pages = new Pages(folder, "en-US");
        browser = pages.browser();
    }

    @AfterAll
    static void stop() {
        if (pages != null) pages.close();
    }
}
