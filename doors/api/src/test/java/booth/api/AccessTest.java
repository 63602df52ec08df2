package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.access.BoothKeys.Issued;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private final Counter counter = new Counter();

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/jobs",
        "GET, /v1/jobs",
        "POST, /v1/jobs/0123456789abcdef0123456789abcdef/replay",
        "POST, /v1/jobs/0123456789abcdef0123456789abcdef/cancel",
        "DELETE, /v1/jobs/0123456789abcdef0123456789abcdef"
    })
    void withoutAKeyOnlyAJobWhoseIdIsKnownIsShown(String method, String path) {
        Reply reply = counter.ask(method, path, Map.of(), Counter.PHOTO);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("UNAUTHORIZED");
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(counter.folder.list("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Basic cGI6", "Bearer pb_short", "Bearer ../keys", "pb_x"})
    void whatIsNoKeyIsRefused(String header) {
        assertThat(counter.ask("GET", "/v1/jobs", Map.of("Authorization", header), "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aKeyThatNobodyIssuedIsRefused() {
        assertThat(counter.ask("GET", "/v1/jobs", Counter.bearer("pb_" + "A".repeat(43)), "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aHeaderIsReadInAnyCase() {
        String secret = counter.keys.issue("hall", 10, counter.now).secret();

        assertThat(counter.ask("GET", "/v1/jobs", Map.of("AUTHORIZATION", "bearer " + secret), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aKeyIsGoodForItsOwnBoothOnly() {
        Reply reply = counter.ask(
                "POST",
                "/v1/jobs",
                counter.keyOf("hall"),
                "{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"booth\":\"tower\"}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("WRONG_BOOTH");
    }

    @Test
    void aRevokedKeyDiesWithinAMinute() {
        Issued issued = counter.keys.issue("hall", 600, counter.now);
        assertThat(list(issued).status()).isEqualTo(200);

        counter.keys.revoke(issued.secret());
        counter.now = Counter.START.plusSeconds(60);

        assertThat(list(issued).status()).isEqualTo(401);
    }

    @Test
    void aKeyWhoseRateIsUsedUpWaitsAsLongAsItIsTold() {
        Issued issued = counter.keys.issue("hall", 3, counter.now);
        for (int i = 0; i < 3; i++) assertThat(list(issued).status()).isEqualTo(200);

        Reply refused = list(issued);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("20");
        counter.now = Counter.START.plusSeconds(20);
        assertThat(list(issued).status()).isEqualTo(200);
        assertThat(list(issued).status()).isEqualTo(429);
    }

    @Test
    void oneBusyKeyLeavesTheOthersTheirRate() {
        Issued busy = counter.keys.issue("hall", 1, counter.now);
        list(busy);

        assertThat(list(busy).status()).isEqualTo(429);
        assertThat(counter.ask("GET", "/v1/jobs", counter.keyOf("hall"), "").status())
                .isEqualTo(200);
    }

    private Reply list(Issued key) {
        return counter.ask("GET", "/v1/jobs", Counter.bearer(key.secret()), "");
    }
}
