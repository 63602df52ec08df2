package booth.core.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Refused;
import booth.core.Sha256;
import booth.core.access.BoothKeys.Issued;
import booth.core.job.InMemoryObjectStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoothKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final BoothKeys keys = new BoothKeys(store);

    @Test
    void anIssuedKeyIsKnown() {
        Issued issued = keys.issue("hall", 120, NOW);

        assertThat(keys.find(issued.secret())).contains(issued.key());
        assertThat(issued.key())
                .usingRecursiveComparison()
                .ignoringFields("webhookSecret")
                .isEqualTo(new BoothKey(Sha256.hex(issued.secret()), "hall", NOW, 120, ""));
        assertThat(keys.find(issued.secret() + "x")).isEmpty();
        assertThat(keys.find("pb_" + "A".repeat(43))).isEmpty();
    }

    @Test
    void aKeyWhoseObjectIsDamagedIsGoodForNothingAndHarmsNoOther() {
        Issued broken = keys.issue("hall", 120, NOW);
        Issued sound = keys.issue("tower", 120, NOW);
        store.write("keys/" + broken.key().id() + ".json", "{\"id\": \"".getBytes(UTF_8));

        assertThat(keys.find(broken.secret())).isEmpty();
        assertThat(keys.list()).containsExactly(sound.key());
        assertThat(keys.revoke(sound.secret())).isEqualTo(sound.key());
    }

    @Test
    void theBucketHoldsTheHashOfAKeyAndNotTheKey() {
        String secret = keys.issue("hall", 120, NOW).secret();

        String object = "keys/" + Sha256.hex(secret) + ".json";
        assertThat(store.list(""))
                .singleElement()
                .satisfies(only -> assertThat(only.key()).isEqualTo(object));
        assertThat(new String(store.read(object), UTF_8))
                .contains("\"booth\":\"hall\",\"createdAt\":\"2026-11-21T03:00:00Z\",\"perMinute\":120")
                .doesNotContain(secret);
    }

    @Test
    void aKeyIsRevokedByTheFirstDigitsOfItsIdOrByItself() {
        Issued first = keys.issue("hall", 120, NOW);
        Issued second = keys.issue("tower", 120, NOW);

        assertThat(keys.revoke(first.key().id().substring(0, 12)).booth()).isEqualTo("hall");
        assertThat(keys.list()).containsExactly(second.key());
        keys.revoke(second.secret());
        assertThat(keys.find(second.secret())).isEmpty();
    }

    @Test
    void whatIsNoKeyOrMoreThanOneRevokesNone() {
        store.write("keys/" + "a".repeat(63) + "1.json", aKey());
        store.write("keys/" + "a".repeat(63) + "2.json", aKey());

        refuses("aaaaaa", "AMBIGUOUS_KEY");
        refuses("bbbbbb", "NO_SUCH_KEY");
        refuses("", "NO_SUCH_KEY");
        refuses("../../", "NO_SUCH_KEY");
        assertThat(keys.list()).hasSize(2);
    }

    @Test
    void aKeyOfNoBoothOrWithoutARateIsNotIssued() {
        assertThatThrownBy(() -> keys.issue("a/b", 120, NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> keys.issue("hall", 0, NOW)).isInstanceOf(Refused.class);
        assertThat(keys.list()).isEmpty();
    }

    private void refuses(String named, String code) {
        assertThatThrownBy(() -> keys.revoke(named)).hasMessageStartingWith(code);
    }

    private static byte[] aKey() {
        return "{\"id\":\"aa\",\"booth\":\"hall\",\"createdAt\":\"2026-11-21T03:00:00Z\",\"perMinute\":1,\"webhookSecret\":\"whsec_\"}"
                .getBytes(UTF_8);
    }
}
