package booth.linebot;

import booth.core.Json;
import booth.core.job.JobId;
import booth.core.job.ObjectStore;
import java.time.Instant;
import java.util.Optional;

/**
 * Which job a message's photo became. A message that is delivered twice finds what the first delivery wrote and goes on
 * from there with the same job; one whose job was opened, and is gone, was erased and is not opened again.
 */
final class Photos {
    /**
     * @param since when the photo was first seen, which becomes the time at which its job was opened
     * @param opened whether there has been a record of the job
     */
    record Claim(JobId job, Instant since, boolean opened) {}

    private final ObjectStore store;

    Photos(ObjectStore store) {
        this.store = store;
    }

    Claim claim(String messageId, Instant now) {
        Claim mine = new Claim(JobId.random(), now, false);
        if (store.create(LineKeys.event(messageId), Json.bytes(mine))) return mine;
        return find(messageId).orElseThrow(() -> new IllegalStateException("A claim vanished while it was looked at"));
    }

    Optional<Claim> find(String messageId) {
        String key = LineKeys.event(messageId);
        return store.find(key).map(stored -> Json.read(key, stored.bytes(), Claim.class));
    }

    void opened(String messageId, Claim claim) {
        store.write(LineKeys.event(messageId), Json.bytes(new Claim(claim.job(), claim.since(), true)));
    }
}
