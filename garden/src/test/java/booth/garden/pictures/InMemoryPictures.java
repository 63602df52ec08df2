package booth.garden.pictures;

import booth.core.job.InMemoryObjectStore;
import booth.core.job.ObjectStore;
import java.time.Instant;
import java.util.Optional;

/** The garden's bucket in memory, with its copies. */
public final class InMemoryPictures {
    private InMemoryPictures() {}

    public static PictureCopies copies(InMemoryObjectStore store) {
        return (from, to) -> {
            Optional<ObjectStore.Stored> there = store.find(from);
            there.ifPresent(found -> store.write(to, found.bytes()));
            return there.isPresent();
        };
    }

    /** What S3 sends when that has happened. */
    public static String event(String name, String urlEncodedKey, Instant when) {
        return "{\"Records\":[" + record(name, urlEncodedKey, when) + "]}";
    }

    static String record(String name, String urlEncodedKey, Instant when) {
        return "{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"awsRegion\":\"us-west-2\",\"eventTime\":\""
                + when
                + "\",\"eventName\":\"" + name + "\",\"s3\":{\"bucket\":{\"name\":\"garden\"},\"object\":{\"key\":\""
                + urlEncodedKey + "\"}}}";
    }
}
