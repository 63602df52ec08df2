package booth.garden.taste;

import booth.core.function.JsonLog;
import booth.core.job.ObjectStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Forgets a guest: what a photo showed and every like of the guest's. What the likes have taught stays, as it names nobody.
 */
public final class ForgetGuest {
    private final GuestBook guests;
    private final LikeLog likes;
    private final Forgotten forgotten;
    private final InstantSource clock;

    /** @param garden the garden's bucket */
    public ForgetGuest(ObjectStore garden, InstantSource clock, JsonLog log) {
        this.guests = new GuestBook(garden);
        this.likes = new LikeLog(garden, clock, UUID::randomUUID, log);
        this.forgotten = new Forgotten(garden);
        this.clock = clock;
    }

    /** Says how many likes there were; a second time, none. */
    public int forget(GuestId guest) {
        forgotten.wish(guest, clock.instant());
        guests.forget(guest);
        int deleted = 0;
        String after = LikeKeys.PREFIX;
        while (true) {
            List<String> page = likes.keys(after);
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
