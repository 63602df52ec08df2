package booth.core.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** A bucket in memory that keeps the promises of {@link ObjectStore}, conditional writes included. */
public final class InMemoryObjectStore implements ObjectStore {
    private record Versioned(byte[] bytes, String version, Instant modified) {}

    private final Map<String, Versioned> objects = new ConcurrentSkipListMap<>();
    private final AtomicLong versions = new AtomicLong();
    private final Map<String, Runnable> afterRead = new ConcurrentHashMap<>();
    private volatile String failing = "";

    @Override
    public Optional<Stored> find(String key) {
        Optional<Stored> read = Optional.ofNullable(objects.get(key))
                .map(found -> new Stored(found.bytes().clone(), found.version()));
        Optional.ofNullable(afterRead.remove(key)).ifPresent(Runnable::run);
        return read;
    }

    /** This happens once, as soon as somebody has read the key and goes to work on what it was. */
    public void afterRead(String key, Runnable happening) {
        afterRead.put(key, happening);
    }

    /** The next write of such a key fails, as if whoever writes died there. */
    public void failOnce(String prefix) {
        failing = prefix;
    }

    @Override
    public void write(String key, byte[] bytes) {
        if (!failing.isEmpty() && key.startsWith(failing)) {
            failing = "";
            throw new IllegalStateException(key + " cannot be written");
        }
        objects.put(key, next(bytes));
    }

    @Override
    public boolean create(String key, byte[] bytes) {
        return objects.putIfAbsent(key, next(bytes)) == null;
    }

    @Override
    public boolean replace(String key, byte[] bytes, String version) {
        Versioned now = objects.get(key);
        return now != null && now.version().equals(version) && objects.replace(key, now, next(bytes));
    }

    @Override
    public boolean exists(String key) {
        return objects.containsKey(key);
    }

    @Override
    public List<Entry> list(String prefix) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> new Entry(
                        entry.getKey(),
                        entry.getValue().bytes().length,
                        entry.getValue().modified()))
                .toList();
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }

    private Versioned next(byte[] bytes) {
        return new Versioned(bytes.clone(), "v" + versions.incrementAndGet(), Instant.now());
    }
}
