package booth.segment;

import booth.core.job.ObjectStore;

/** A frame where it lies: its bytes are fetched only by who needs them. */
record StoredFrame(ObjectStore store, String key) {
    byte[] bytes() {
        return store.read(key);
    }
}
