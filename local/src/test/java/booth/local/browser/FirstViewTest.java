package booth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page owes who opens it: little to load, nothing broken, something for everybody's senses. */
class FirstViewTest extends WithPages {
    private static final String WEIGHT = """
            [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .filter(entry => entry.name.startsWith(location.origin))
                .reduce((sum, entry) => sum + entry.transferSize, 0)
            """;

    @Test
    void theFirstViewWeighsLittle() {
        browser.driver().executeCdpCommand("Network.setCacheDisabled", java.util.Map.of("cacheDisabled", true));
        pages.openBooth();
        long weight = ((Number) browser.value(WEIGHT)).longValue();
        browser.driver().executeCdpCommand("Network.setCacheDisabled", java.util.Map.of("cacheDisabled", false));

        assertThat(weight).as("bytes").isBetween(10_000L, 150_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guest.html#0123", "/gallery.html", "/operators.html"})
    void everybodyCanUseThePage(String path) {
        pages.openBooth();
        browser.driver().get(pages.at("/app/icon.svg")); // where only the hash differs nothing is loaded
        browser.complaints();
        browser.go(pages.at(path));
        browser.screenshot("first" + path.replaceAll("[^a-z]+", "-"));

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.barriers()).isEmpty();
    }
}
