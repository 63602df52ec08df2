package booth.core.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.access.BoothKeys.Issued;
import booth.core.job.InMemoryObjectStore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairingsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Pairings pairings = new Pairings(store);
    private final BoothKeys keys = new BoothKeys(store);

    @Test
    void aCodeIsGoodForAKeyOfItsBooth() {
        String code = pairings.open("hall", 120, NOW);

        Issued issued = pairings.redeem(code, NOW.plusSeconds(599));

        assertThat(keys.find(issued.secret())).contains(issued.key());
        assertThat(issued.key().booth()).isEqualTo("hall");
        assertThat(issued.key().perMinute()).isEqualTo(120);
    }

    @Test
    void itWorksOnceAndForTenMinutes() {
        String used = pairings.open("hall", 120, NOW);
        String late = pairings.open("hall", 120, NOW);
        pairings.redeem(used, NOW);

        refuses(used, NOW, "PAIRING_USED: ");
        refuses(late, NOW.plusSeconds(600), "PAIRING_EXPIRED: ");
        assertThat(keys.list()).hasSize(1);
    }

    @Test
    void whatIsNoCodeIsNone() {
        pairings.open("hall", 120, NOW);

        refuses("A".repeat(43), NOW, "NO_SUCH_PAIRING: ");
        refuses("", NOW, "NO_SUCH_PAIRING: ");
        refuses("../keys/x", NOW, "NO_SUCH_PAIRING: ");
    }

    @Test
    void theBucketHoldsTheHashOfACodeAndNotTheCode() {
        String code = pairings.open("hall", 120, NOW);

        assertThat(store.list(""))
                .singleElement()
                .satisfies(only -> assertThat(only.key() + new String(store.read(only.key()), UTF_8))
                        .startsWith("pairings/")
                        .doesNotContain(code));
    }

    @Test
    void ofACrowdWithOneCodeOneGetsAKey() {
        String code = pairings.open("hall", 120, NOW);

        List<Optional<Issued>> answers = Concurrently.each(Collections.nCopies(50, code), this::tried);

        assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(keys.list()).hasSize(1);
    }

    /** The link is used up, then; better than a second key. */
    @Test
    void aDeathBeforeTheKeyIsIssuedLeavesNoKey() {
        String code = pairings.open("hall", 120, NOW);
        store.failOnce("keys/");

        assertThatThrownBy(() -> pairings.redeem(code, NOW)).isInstanceOf(IllegalStateException.class);

        refuses(code, NOW, "PAIRING_USED: ");
        assertThat(keys.list()).isEmpty();
    }

    @Test
    void aPairingOfNoBoothOrWithoutARateIsNotOpened() {
        assertThatThrownBy(() -> pairings.open("a/b", 120, NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> pairings.open("hall", 0, NOW)).isInstanceOf(Refused.class);
        assertThat(store.list("")).isEmpty();
    }

    @Test
    void aLinkHasOneSlash() {
        assertThat(Pairings.link("https://booth.example/", "abc")).hasToString("https://booth.example/#pair=abc");
        assertThat(Pairings.link("http://127.0.0.1:4700", "abc")).hasToString("http://127.0.0.1:4700/#pair=abc");
    }

    private Optional<Issued> tried(String code) {
        try {
            return Optional.of(pairings.redeem(code, NOW));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private void refuses(String code, Instant now, String beginning) {
        assertThatThrownBy(() -> pairings.redeem(code, now))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(beginning)
                .hasMessageContaining("booth keys pair");
    }
}
