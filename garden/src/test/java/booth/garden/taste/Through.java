package booth.garden.taste;

import booth.core.job.ObjectStore;
import java.util.List;
import java.util.Optional;

/** A bucket that passes everything on to another, for tests to look in between. */
class Through implements ObjectStore {
    private final ObjectStore store;

    Through(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<Stored> find(String key) {
        return store.find(key);
    }

    @Override
    public void write(String key, byte[] bytes) {
        store.write(key, bytes);
    }

    @Override
    public boolean create(String key, byte[] bytes) {
        return store.create(key, bytes);
    }

    @Override
    public boolean replace(String key, byte[] bytes, String version) {
        return store.replace(key, bytes, version);
    }

    @Override
    public boolean exists(String key) {
        return store.exists(key);
    }

    @Override
    public List<Entry> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }
}
