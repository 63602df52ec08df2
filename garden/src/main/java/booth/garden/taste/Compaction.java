package booth.garden.taste;

import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.ObjectStore;
import booth.core.job.ObjectStore.Stored;
import java.util.List;
import java.util.Optional;

/**
 * Counts settled likes into the snapshot, which is replaced only if it is still what was read: whoever dies on the way has
 * changed nothing, and of several at once one wins. The likes stay, for export and until they expire.
 */
final class Compaction {
    /** A second or two of reading. */
    static final int AT_ONCE = 2000;

    private final ObjectStore store;
    private final LikeLog likes;
    private final JsonLog log;

    Compaction(ObjectStore store, LikeLog likes, JsonLog log) {
        this.store = store;
        this.likes = likes;
        this.log = log;
    }

    /** Says how many likes it has counted; none where there are none, or somebody else was faster. */
    int run() {
        Optional<Stored> before = store.find(Snapshot.KEY);
        Snapshot snapshot = before.map(this::read).orElseGet(Snapshot::none);
        String settled = likes.settled();
        List<String> keys = likes.keys(snapshot.through(), AT_ONCE).stream()
                .filter(key -> key.compareTo(settled) < 0)
                .toList();
        if (keys.isEmpty()) return 0;
        likes.read(keys).forEach(read -> read.like().ifPresent(snapshot.tally()::count));
        byte[] after = new Snapshot(keys.get(keys.size() - 1), snapshot.tally()).bytes();
        boolean wrote = before.map(old -> store.replace(Snapshot.KEY, after, old.version()))
                .orElseGet(() -> store.create(Snapshot.KEY, after));
        return wrote ? keys.size() : 0;
    }

    /** The snapshot as it is now. */
    Snapshot latest() {
        return store.find(Snapshot.KEY).map(this::read).orElseGet(Snapshot::none);
    }

    /** One that is damaged is made anew of the likes that are kept. */
    private Snapshot read(Stored stored) {
        try {
            return Snapshot.read(stored.bytes());
        } catch (IllegalArgumentException e) {
            log.write(LogLine.of("snapshot_damaged").message(Snapshot.KEY + " is made anew: " + e.getMessage()));
            return Snapshot.none();
        }
    }
}
