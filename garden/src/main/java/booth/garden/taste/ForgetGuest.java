package booth.garden.taste;

import booth.core.Concurrently;
import booth.core.function.JsonLog;
import booth.core.job.ObjectStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Forgets a guest: what a photo showed and every like of the guest's. What the likes have taught stays, as it names nobody.
 */
public final class ForgetGuest {
    private static final int DAYS_AT_ONCE = 8;

    private final GuestBook guests;
    private final LikeLog likes;
    private final Forgotten forgotten;
    private final InstantSource clock;

    /** @param garden the garden's bucket */
    public ForgetGuest(ObjectStore garden, GuestBook guests, InstantSource clock, JsonLog log) {
        this.guests = guests;
        this.likes = LikeLog.of(garden, clock, log);
        this.forgotten = new Forgotten(garden);
        this.clock = clock;
    }

    /** Says how many likes there were; a second time, none. */
    public int forget(GuestId guest) {
        forgotten.wish(guest, clock.instant());
        guests.forget(guest);
        List<LocalDate> days = likes.days();
        int deleted = 0;
        for (int i = 0; i < days.size(); i += DAYS_AT_ONCE)
            deleted +=
                    Concurrently.each(
                                    days.subList(i, Math.min(days.size(), i + DAYS_AT_ONCE)), day -> delete(guest, day))
                            .stream()
                            .mapToInt(Integer::intValue)
                            .sum();
        return deleted;
    }

    private int delete(GuestId guest, LocalDate day) {
        int deleted = 0;
        String after = LikeKeys.PREFIX;
        while (true) {
            List<String> page = likes.keys(day, after);
            if (page.isEmpty()) return deleted;
            after = page.get(page.size() - 1);
            deleted += delete(guest, page);
        }
    }

    private int delete(GuestId guest, List<String> page) {
        List<String> suspected = new ArrayList<>(page);
        suspected.removeIf(key -> !LikeKeys.mayBe(key, guest));
        List<LikeLog.Read> own = likes.read(suspected).stream()
                .filter(read -> read.like().map(like -> like.id().equals(guest)).orElse(true)) // a damaged one, too
                .toList();
        own.forEach(read -> likes.delete(read.key()));
        return own.size();
    }
}
