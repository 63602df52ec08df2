package booth.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.access.Pairings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {
    private final ApiFixture fixture = new ApiFixture();
    private final Pairings pairings = new Pairings(fixture.store);

    @Test
    void aCodeIsExchangedForAKeyThatOpensJobsOfItsBooth() {
        Reply reply = redeem(pairings.open("hall", 600, fixture.now));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/booth")).isEqualTo("hall");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        Map<String, String> key = ApiFixture.bearer(reply.at("/key"));
        assertThat(fixture.jobs.find(fixture.open(key)).orElseThrow().request().booth())
                .isEqualTo("hall");
    }

    @Test
    void aLinkThatWasUsedOrIsTooOldSaysWhatToDo() {
        String used = pairings.open("hall", 600, fixture.now);
        String old = pairings.open("hall", 600, fixture.now);
        redeem(used);
        fixture.now = fixture.now.plus(Pairings.VALID);

        assertThat(redeem(used).status()).isEqualTo(410);
        assertThat(redeem(used).code()).isEqualTo("PAIRING_USED");
        assertThat(redeem(old).status()).isEqualTo(410);
        assertThat(redeem(old).code()).isEqualTo("PAIRING_EXPIRED");
        assertThat(redeem(old).at("/detail")).contains("booth keys pair");
    }

    @Test
    void aCodeThatIsNoneIsNotFound() {
        assertThat(redeem("A".repeat(43)).status()).isEqualTo(404);
        assertThat(redeem("A".repeat(43)).code()).isEqualTo("NO_SUCH_PAIRING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"code\":7}", "[]"})
    void whatHasNoCodeIsRefused(String body) {
        assertThat(fixture.ask("POST", "/v1/pairings", Map.of(), body).status()).isEqualTo(400);
    }

    @Test
    void theLogKnowsNeitherCodeNorKey() {
        String code = pairings.open("hall", 600, fixture.now);
        String key = redeem(code).at("/key");
        redeem(code);

        assertThat(fixture.log).hasSize(2).noneMatch(line -> line.contains(code) || line.contains(key));
    }

    private Reply redeem(String code) {
        return fixture.ask("POST", "/v1/pairings", Map.of(), "{\"code\":\"" + code + "\"}");
    }
}
