package booth.api.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Refused;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.JobId;
import booth.core.job.ObjectStore;
import booth.http.RateExceeded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * How many photos a day, in UTC, are taken from clients without a key, whatever their address: there are so many slots,
 * each an object {@code legacy/<yyyy-mm-dd>/<number>} that is created once. So a crowd never gets more, and none is
 * refused while there is a free one. The slot is taken before the photo's job is opened: a death in between costs a slot,
 * never a photo too many. Free slots are chosen at random, so taking one costs one request for most callers; refusing
 * costs none, because slots stay taken until the day is over.
 */
final class DailyPhotos {
    private static final String FOLDER = "legacy/";

    /** @param taken slots that are known to be */
    private record Day(LocalDate date, Set<Integer> taken) {
        String prefix() {
            return FOLDER + date + "/";
        }

        String slot(int number) {
            return prefix() + "%05d".formatted(number);
        }
    }

    private final ObjectStore store;
    private final int most;
    private final JsonLog log;
    private final InstantSource clock;
    private Day latest = new Day(LocalDate.MIN, Set.of());

    /**
     * @param store the jobs bucket
     * @param most photos a day; 0 for none
     */
    DailyPhotos(ObjectStore store, int most, JsonLog log, InstantSource clock) {
        this.store = store;
        this.most = most;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Counts one more.
     *
     * @throws RateExceeded {@code DAILY_PHOTOS_USED_UP} until midnight
     * @throws Refused {@code UNAUTHORIZED} where none is taken without a key
     */
    void take() {
        if (most == 0)
            throw new Refused(
                    "UNAUTHORIZED", "Photos are taken with the booth's key only: 'Authorization: Bearer pb_…'.");
        Instant now = clock.instant();
        Day day = day(LocalDate.ofInstant(now, ZoneOffset.UTC));
        for (OptionalInt slot = free(day); slot.isPresent(); slot = free(day)) if (took(day, slot.getAsInt())) return;
        log.write(LogLine.of("daily_photos_used_up"));
        throw new RateExceeded(
                "DAILY_PHOTOS_USED_UP",
                "The " + most + " photos a day that are taken without a key are used up until midnight UTC; send the"
                        + " booth's key, or ask the operator to raise 'legacyDailyPhotos'.",
                Duration.between(now, midnightAfter(day)));
    }

    private static Instant midnightAfter(Day day) {
        return day.date().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private synchronized Day day(LocalDate today) {
        if (!latest.date().equals(today)) latest = new Day(today, ConcurrentHashMap.newKeySet());
        return latest;
    }

    private OptionalInt free(Day day) {
        int[] free = IntStream.range(0, most)
                .filter(number -> !day.taken().contains(number))
                .toArray();
        return free.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(free[ThreadLocalRandom.current().nextInt(free.length)]);
    }

    private boolean took(Day day, int number) {
        byte[] mine = JobId.random().value().getBytes(UTF_8); // says nothing of the job, which may be erased
        if (create(day.slot(number), mine)) return day.taken().add(number);
        day.taken().add(number); // by another instance of the function: it will have taken more
        store.list(day.prefix()).stream()
                .map(slot -> slot.key().substring(day.prefix().length()))
                .map(Integer::valueOf)
                .forEach(day.taken()::add);
        return false;
    }

    /** A client whose answer got lost may have written it already. */
    private boolean create(String slot, byte[] mine) {
        return store.create(slot, mine)
                || store.find(slot)
                        .filter(stored -> Arrays.equals(stored.bytes(), mine))
                        .isPresent();
    }
}
