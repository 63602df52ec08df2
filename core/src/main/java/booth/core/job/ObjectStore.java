package booth.core.job;

import booth.core.Primed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The objects of all jobs, one prefix a job: the only state there is. Conditional writes give idempotence
 * ({@link #create}) and compare-and-swap ({@link #replace}). Content types follow from the key's ending.
 */
public interface ObjectStore extends Primed {
    /** @param version changes with every write of the object */
    record Stored(byte[] bytes, String version) {}

    /** What is known of an object without reading it. */
    record Head(long size, String version) {}

    record Entry(String key, long size, Instant modified) {}

    Optional<Stored> find(String key);

    /**
     * The same, unless the object has more than {@code maxBytes}: that one is not downloaded.
     *
     * @throws TooLarge for an object that has more
     */
    default Optional<Stored> find(String key, long maxBytes) {
        Optional<Stored> stored = find(key);
        int size = stored.map(object -> object.bytes().length).orElse(0);
        if (size > maxBytes) throw new TooLarge(key, size, maxBytes);
        return stored;
    }

    default Optional<Head> head(String key) {
        return find(key).map(stored -> new Head(stored.bytes().length, stored.version()));
    }

    /** Writes whatever stood there before. */
    void write(String key, byte[] bytes);

    /** Writes unless an object of that name exists already; says whether it wrote. Of many racing, one wins. */
    boolean create(String key, byte[] bytes);

    /** Writes if the object is still at {@code version}; says whether it wrote. */
    boolean replace(String key, byte[] bytes, String version);

    boolean exists(String key);

    /** Everything whose key starts with {@code prefix}, in key order. */
    List<Entry> list(String prefix);

    /**
     * The first of them.
     *
     * @param after only keys that come after this one
     * @param limit of entries, at most 1000
     */
    default List<Entry> list(String prefix, String after, int limit) {
        return list(prefix).stream()
                .filter(entry -> entry.key().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    /** Deletes if it is there. */
    void delete(String key);

    /** @throws IllegalStateException naming the key where nothing stands */
    default byte[] read(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalStateException("There is no object " + key + " in the job folder."))
                .bytes();
    }

    /** An object has more bytes than its reader wants. */
    final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        public TooLarge(String key, long size, long maxBytes) {
            super(key + " has " + size + " bytes, more than " + maxBytes + ".");
        }
    }

    /** The media type of what the pipeline writes under such a name. */
    static String contentType(String key) {
        if (key.endsWith(".json")) return "application/json";
        if (key.endsWith(".png")) return "image/png";
        if (key.endsWith(".jpeg") || key.endsWith(".jpg")) return "image/jpeg";
        return "application/octet-stream";
    }
}
