package booth.core.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Concurrently;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryObjectStoreTest {
    private final ObjectStore store = new InMemoryObjectStore();

    @Test
    void ofManyRacingCreatesOneWins() {
        List<Boolean> wrote = Concurrently.each(
                IntStream.range(0, 16).boxed().toList(), i -> store.create("key", new byte[] {i.byteValue()}));

        assertThat(wrote).containsOnlyOnce(true);
        assertThat(store.read("key")[0]).isEqualTo((byte) wrote.indexOf(true));
    }

    @Test
    void replaceNeedsTheVersionThatWasRead() {
        store.write("key", bytes("one"));
        String version = store.find("key").orElseThrow().version();

        assertThat(store.replace("key", bytes("two"), version)).isTrue();
        assertThat(store.replace("key", bytes("three"), version)).isFalse();
        assertThat(store.replace("nothing", bytes("three"), version)).isFalse();
        assertThat(store.read("key")).asString().isEqualTo("two");
    }

    @Test
    void headTellsSizeAndVersion() {
        store.write("key", bytes("four"));

        assertThat(store.head("key"))
                .contains(
                        new ObjectStore.Head(4, store.find("key").orElseThrow().version()));
        assertThat(store.head("nothing")).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        store.write("key", bytes("four"));

        assertThat(store.find("key", 4)).isPresent();
        assertThat(store.find("nothing", 4)).isEmpty();
        assertThatThrownBy(() -> store.find("key", 3))
                .isInstanceOf(ObjectStore.TooLarge.class)
                .hasMessageContaining("key has 4 bytes");
    }

    @Test
    void onlyWhatBeginsWithThePrefixIsListedInOrder() {
        List.of("b/2", "a/1", "b/1", "c").forEach(key -> store.write(key, bytes(key)));

        assertThat(store.list("b/")).extracting(ObjectStore.Entry::key).containsExactly("b/1", "b/2");
        store.delete("b/1");
        store.delete("b/1");
        assertThat(store.exists("b/1")).isFalse();
        assertThat(store.list("")).hasSize(3);
    }

    @Test
    void aPageBeginsAfterAKey() {
        List.of("b/1", "b/2", "b/3", "c").forEach(key -> store.write(key, bytes(key)));

        assertThat(store.list("b/", "b/1", 9))
                .extracting(ObjectStore.Entry::key)
                .containsExactly("b/2", "b/3");
        assertThat(store.list("b/", "b/", 1)).extracting(ObjectStore.Entry::key).containsExactly("b/1");
    }

    @Test
    void readingNothingNamesTheKey() {
        assertThatThrownBy(() -> store.read("photo/x/frame.png"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("photo/x/frame.png");
    }

    @Test
    void contentTypeFollowsFromTheName() {
        assertThat(List.of("a/job.json", "frame.png", "p.jpeg", "face.jpg", "listeners/x"))
                .extracting(ObjectStore::contentType)
                .containsExactly(
                        "application/json", "image/png", "image/jpeg", "image/jpeg", "application/octet-stream");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
