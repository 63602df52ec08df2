package booth.garden.visitors;

import booth.core.Json;
import booth.core.Refused;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.ObjectStore;
import booth.garden.Gender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Orders the pictures of the man and the woman who stand for the day's visitors, anew every quarter of an hour. Who runs
 * it twice in one, or two at a time, sends the same order twice, and it is painted once: what was painted since the
 * quarter began is an answer. A gender of which nobody came is painted once and then left, for an empty hall pays nothing.
 */
final class Representatives {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int SEED = 43;
    /** The picture is another one each time, by up to so much more of a seed. */
    static final int MOST_MORE = 30;

    private final Visitors visitors;
    private final ObjectStore garden;
    private final PortraitOrders orders;
    private final IntSupplier chance;
    private final InstantSource clock;
    private final JsonLog log;

    /**
     * @param garden the garden's bucket
     * @param chance 1 to {@link #MOST_MORE}, anew each time
     */
    Representatives(
            Visitors visitors,
            ObjectStore garden,
            PortraitOrders orders,
            IntSupplier chance,
            InstantSource clock,
            JsonLog log) {
        this.visitors = visitors;
        this.garden = garden;
        this.orders = orders;
        this.chance = chance;
        this.clock = clock;
        this.log = log;
    }

    /**
     * @return the keys of the pictures that were ordered
     * @throws RuntimeException what the first order failed with, after the others were sent
     */
    List<String> order() {
        Instant now = clock.instant();
        List<Visitor> today = visitors.of(LocalDate.ofInstant(now, Visitor.ZONE));
        List<String> ordered = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (Spot spot : Spot.values()) {
            try {
                if (order(spot, today, now)) ordered.add(spot.key());
            } catch (RuntimeException e) { // whatever it is, it is no fault of the other one's
                log.write(LogLine.of("representative_not_ordered").error(e));
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) throw failures.get(0);
        return ordered;
    }

    private boolean order(Spot spot, List<Visitor> today, Instant now) {
        Portrait portrait = Portrait.of(Representative.of(spot.gender(), today));
        if (isNobody(spot.gender(), today) && hangs(spot, portrait)) return false;
        Instant quarter = Instant.ofEpochMilli(now.toEpochMilli() / QUARTER.toMillis() * QUARTER.toMillis());
        orders.send(PortraitOrder.of(spot.key(), portrait, SEED + chance.getAsInt(), quarter));
        garden.write(spot.orderedKey(), Json.bytes(portrait));
        return true;
    }

    private static boolean isNobody(Gender gender, List<Visitor> today) {
        return today.stream().noneMatch(visitor -> visitor.gender() == gender);
    }

    private boolean hangs(Spot spot, Portrait portrait) {
        return ordered(spot).filter(portrait::equals).isPresent() && garden.exists(spot.key());
    }

    private Optional<Portrait> ordered(Spot spot) {
        try {
            return garden.find(spot.orderedKey())
                    .map(stored -> Json.read(spot.orderedKey(), stored.bytes(), Portrait.class));
        } catch (IllegalArgumentException | Refused e) {
            return Optional.empty(); // then it is ordered again
        }
    }
}
