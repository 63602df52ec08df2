package booth.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DecodeMemoryTest {
    private static final long MEGABYTE = 1 << 20;

    private final DecodeMemory memory = new DecodeMemory(10 * MEGABYTE, Duration.ofMinutes(1));
    private final List<String> opened = new CopyOnWriteArrayList<>();

    /** Otherwise a stream of small ones would keep it waiting for ever. */
    @Test
    @Timeout(60)
    void aLargePhotoThatWaitsIsNotOvertakenBySmallOnes() throws Exception {
        CompletableFuture<String> large = memory.during(4 * MEGABYTE, () -> {
            CompletableFuture<String> first = open("large", 10 * MEGABYTE);
            awaitWaiting(1);
            CompletableFuture<String> second = open("small", MEGABYTE); // there would be room for it
            awaitWaiting(2);
            assertThat(opened).isEmpty();
            return first.thenCombine(second, (one, other) -> other);
        });

        large.get();
        assertThat(opened).containsExactly("large", "small");
        assertThat(memory.freeBytes()).isEqualTo(10 * MEGABYTE);
    }

    private CompletableFuture<String> open(String photo, long bytes) {
        CompletableFuture<String> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> done.complete(memory.during(bytes, () -> {
            opened.add(photo);
            return photo;
        })));
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private void awaitWaiting(int count) {
        while (memory.waiting() < count) Thread.onSpinWait();
    }
}
