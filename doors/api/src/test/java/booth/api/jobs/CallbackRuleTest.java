package booth.api.jobs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.job.Callback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackRuleTest {
    /** Somebody who tries webhooks out means 127.0.0.1, and must not reach 177.0.0.1, which is somebody else's. */
    @ParameterizedTest
    @ValueSource(strings = {"http://0177.0.0.1:8080/", "http://0x7f000001/", "http://2130706433/"})
    void whereAnythingElseMayBeTriedOutAmbiguousHostsStillMayNot(String url) {
        assertThatThrownBy(() -> new CallbackRule(true).require(new Callback(url, "key")))
                .hasMessageStartingWith("INVALID_CALLBACK: ")
                .hasMessageContaining("can be read in two ways");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/", "http://127.0.0.1/", "https://[::1]/", "http://booth.example/"})
    void privateAddressesMayBeTriedOut(String url) {
        assertThatCode(() -> new CallbackRule(true).require(new Callback(url, "key")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://booth.example/ended",
                "https://BOOTH.example./ended",
                "https://8.8.8.8:8443/ended",
                "https://[2606:4700:4700::1111]/ended"
            })
    void thePublicInternetMayBeNamed(String url) {
        assertThatCode(() -> new CallbackRule(false).require(new Callback(url, "key")))
                .doesNotThrowAnyException();
    }
}
