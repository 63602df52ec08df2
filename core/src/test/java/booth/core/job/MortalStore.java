package booth.core.job;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A bucket whose user dies after so many requests: none is answered any more. */
public class MortalStore implements ObjectStore {
    /** The process is gone. */
    public static final class Dead extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Dead() {
            super("killed");
        }
    }

    private final ObjectStore store;
    private final AtomicInteger left;

    /** @param requests that are still carried out */
    public MortalStore(ObjectStore store, int requests) {
        this(store, new AtomicInteger(requests));
    }

    private MortalStore(ObjectStore store, AtomicInteger left) {
        this.store = store;
        this.left = left;
    }

    /** Another bucket of the same user. */
    public MortalStore with(ObjectStore another) {
        return new MortalStore(another, left);
    }

    private ObjectStore alive() {
        if (left.getAndDecrement() <= 0) {
            left.set(0);
            throw new Dead();
        }
        return store;
    }

    @Override
    public Optional<Stored> find(String key) {
        return alive().find(key);
    }

    @Override
    public void write(String key, byte[] bytes) {
        alive().write(key, bytes);
    }

    @Override
    public boolean create(String key, byte[] bytes) {
        return alive().create(key, bytes);
    }

    @Override
    public boolean replace(String key, byte[] bytes, String version) {
        return alive().replace(key, bytes, version);
    }

    @Override
    public boolean exists(String key) {
        return alive().exists(key);
    }

    @Override
    public List<Entry> list(String prefix) {
        return alive().list(prefix);
    }

    @Override
    public void delete(String key) {
        alive().delete(key);
    }
}
