package booth.garden.pictures;

import booth.core.job.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A bucket in which something happens just after somebody asked for a key, or just before he writes. */
final class Interrupted implements ObjectStore {
    private final ObjectStore store;
    private final Consumer<String> afterExists;
    Runnable beforeCreate = () -> {};

    Interrupted(ObjectStore store, Consumer<String> afterExists) {
        this.store = store;
        this.afterExists = afterExists;
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
        beforeCreate.run();
        return store.create(key, bytes);
    }

    @Override
    public boolean replace(String key, byte[] bytes, String version) {
        return store.replace(key, bytes, version);
    }

    @Override
    public boolean exists(String key) {
        boolean there = store.exists(key);
        afterExists.accept(key);
        return there;
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
