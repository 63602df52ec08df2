package booth.garden.taste;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Busy;
import booth.core.function.JsonLog;
import booth.core.job.InMemoryObjectStore;
import booth.garden.pictures.PictureKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WithFallbackTest {
    private static final List<PictureKey> THERE = List.of(
            PictureKey.of("emotions/happy/img_20261122-093000_2h.jpeg"),
            PictureKey.of("emotions/happy/img_20261122-092900_1h.jpeg"));
    private static final Guest GUEST = new Guest(Optional.empty(), Context.UNKNOWN);

    private final List<String> log = new ArrayList<>();

    private Recommendations overStore(Through store) {
        return new WithFallback(
                new Bandit(store, () -> Hall.OPENING, () -> new Random(1), new JsonLog(log::add)),
                Duration.ofMillis(200),
                new JsonLog(log::add));
    }

    @Test
    void whereLikesCannotBeReadTheNewestComeFirstAndTheLogSaysWhy() {
        Recommendations broken = overStore(new Through(new InMemoryObjectStore()) {
            @Override
            public List<Entry> list(String prefix) {
                throw new Busy("S3 is out of reach", new IllegalStateException());
            }
        });

        assertThat(broken.order(GUEST, THERE)).isEqualTo(THERE);
        assertThat(log).singleElement().asString().contains("recommendation_fell_back", "S3 is out of reach");
    }

    @Test
    void whereItTakesTooLongTheNewestComeFirstAndTheNextGuestHasWhatWasLoaded() {
        CountDownLatch over = new CountDownLatch(1);
        InMemoryObjectStore garden = new InMemoryObjectStore();
        Recommendations slow = overStore(new Through(garden) {
            @Override
            public Optional<Stored> find(String key) {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.find(key);
            }
        });

        assertThat(slow.order(GUEST, THERE)).isEqualTo(THERE);
        assertThat(log).singleElement().asString().contains("recommendation_fell_back", "longer than");
        over.countDown();
        slow.order(GUEST, THERE);
        assertThat(log).hasSize(1);
    }

    @Test
    void whereNothingIsNobodyIsAsked() {
        assertThat(overStore(new Through(new InMemoryObjectStore())).order(GUEST, List.of()))
                .isEmpty();
    }
}
