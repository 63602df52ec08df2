package booth.segment;

import booth.core.Busy;
import booth.core.job.JobKeys;
import booth.core.job.ObjectStore;

/** A frame where it lies: its bytes are fetched only by who needs them. */
record StoredFrame(ObjectStore store, String key) {
    byte[] bytes() {
        return store.read(key);
    }

    /** What changes when the frame does. */
    String version() {
        return store.head(key)
                .map(ObjectStore.Head::version)
                .orElseThrow(() -> new IllegalStateException("There is no frame " + key + "."));
    }

    /** @throws Busy when it is not at this version any more */
    byte[] bytes(String version) {
        return store.find(key)
                .filter(found -> found.version().equals(version))
                .orElseThrow(
                        () -> new Busy(key + " changed while it was being read", new IllegalStateException(version)))
                .bytes();
    }

    /** Beside it, for what SAM saw in it. */
    String embeddingKey() {
        return JobKeys.embeddingOf(key);
    }
}
