package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.access.BoothKeys.Issued;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private final ApiFixture fixture = new ApiFixture();

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/jobs",
        "GET, /v1/jobs",
        "POST, /v1/jobs/0123456789abcdef0123456789abcdef/replay",
        "POST, /v1/jobs/0123456789abcdef0123456789abcdef/cancel",
        "DELETE, /v1/jobs/0123456789abcdef0123456789abcdef"
    })
    void withoutAKeyOnlyAJobWhoseIdIsKnownIsShown(String method, String path) {
        Reply reply = fixture.ask(method, path, Map.of(), ApiFixture.PHOTO);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("UNAUTHORIZED");
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(fixture.store.list("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Basic cGI6", "Bearer pb_short", "Bearer ../keys", "pb_x"})
    void whatIsNoKeyIsRefused(String header) {
        assertThat(fixture.ask("GET", "/v1/jobs", Map.of("Authorization", header), "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aKeyThatNobodyIssuedIsRefused() {
        assertThat(fixture.ask("GET", "/v1/jobs", ApiFixture.bearer("pb_" + "A".repeat(43)), "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aHeaderIsReadInAnyCase() {
        String secret = fixture.keys.issue("hall", 10, fixture.now).secret();

        assertThat(fixture.ask("GET", "/v1/jobs", Map.of("AUTHORIZATION", "bearer " + secret), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aKeyIsGoodForItsOwnBoothOnly() {
        Reply reply = fixture.ask(
                "POST",
                "/v1/jobs",
                fixture.keyOf("hall"),
                "{\"filename\":\"a.jpg\",\"contentType\":\"image/jpeg\",\"booth\":\"tower\"}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("WRONG_BOOTH");
    }

    @Test
    void aRevokedKeyDiesWithinAMinute() {
        Issued issued = fixture.keys.issue("hall", 600, fixture.now);
        assertThat(list(issued).status()).isEqualTo(200);

        fixture.keys.revoke(issued.secret());
        fixture.now = ApiFixture.START.plusSeconds(60);

        assertThat(list(issued).status()).isEqualTo(401);
    }

    @Test
    void aKeyWhoseRateIsUsedUpWaitsAsLongAsItIsTold() {
        Issued issued = fixture.keys.issue("hall", 3, fixture.now);
        for (int i = 0; i < 3; i++) assertThat(list(issued).status()).isEqualTo(200);

        Reply refused = list(issued);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("20");
        fixture.now = ApiFixture.START.plusSeconds(20);
        assertThat(list(issued).status()).isEqualTo(200);
        assertThat(list(issued).status()).isEqualTo(429);
    }

    @Test
    void oneBusyKeyLeavesTheOthersTheirRate() {
        Issued busy = fixture.keys.issue("hall", 1, fixture.now);
        list(busy);

        assertThat(list(busy).status()).isEqualTo(429);
        assertThat(fixture.ask("GET", "/v1/jobs", fixture.keyOf("hall"), "").status())
                .isEqualTo(200);
    }

    private Reply list(Issued key) {
        return fixture.ask("GET", "/v1/jobs", ApiFixture.bearer(key.secret()), "");
    }
}
