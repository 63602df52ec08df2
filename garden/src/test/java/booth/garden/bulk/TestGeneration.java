package booth.garden.bulk;

import booth.core.job.ObjectStore;
import booth.garden.orders.GardenOrder;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The routes about new pictures over a queue that nobody reads and runs that nobody makes, for tests of the whole API. */
public final class TestGeneration {
    /** What was ordered. */
    public final List<GardenOrder> sent = new CopyOnWriteArrayList<>();

    /** @param clock that stands still: a picture that is not there at once is pending */
    public GenerationRoutes routes(ObjectStore garden, InstantSource clock) {
        return new GenerationRoutes(
                garden,
                new FakeRuns(),
                sent::add,
                new PriceList(new BigDecimal("0.04"), LocalDate.of(2026, 11, 1)),
                key -> "https://pictures.example/" + key + "?signed",
                1,
                new Random(1),
                pause -> {
                    throw new IllegalStateException("Nobody paints here");
                },
                clock);
    }
}
