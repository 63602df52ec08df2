package booth.garden.visitors;

import booth.core.job.ObjectStore;
import java.util.List;
import java.util.Optional;

/** A bucket in which something happens right after a certain object was read. */
final class ErasingStore implements ObjectStore {
    private final ObjectStore store;
    private final String key;
    private final Runnable then;

    ErasingStore(ObjectStore store, String key, Runnable then) {
        this.store = store;
        this.key = key;
        this.then = then;
    }

    @Override
    public Optional<Stored> find(String wanted) {
        Optional<Stored> found = store.find(wanted);
        if (wanted.equals(key)) then.run();
        return found;
    }

    @Override
    public void write(String written, byte[] bytes) {
        store.write(written, bytes);
    }

    @Override
    public boolean create(String created, byte[] bytes) {
        return store.create(created, bytes);
    }

    @Override
    public boolean replace(String replaced, byte[] bytes, String version) {
        return store.replace(replaced, bytes, version);
    }

    @Override
    public boolean exists(String wanted) {
        return store.exists(wanted);
    }

    @Override
    public List<Entry> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public void delete(String deleted) {
        store.delete(deleted);
    }
}
