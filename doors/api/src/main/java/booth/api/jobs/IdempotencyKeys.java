package booth.api.jobs;

import booth.core.Json;
import booth.core.Refused;
import booth.core.Sha256;
import booth.core.job.JobId;
import booth.core.job.ObjectStore;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Remembers which job a booth's {@code Idempotency-Key} stands for: an object that is created once, of many racing calls
 * by one. It expires with the bucket's rule for {@code idempotency/}.
 */
public final class IdempotencyKeys {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private record Claim(String bodyHash, JobId jobId) {}

    private final ObjectStore store;

    /** @param store the jobs bucket */
    public IdempotencyKeys(ObjectStore store) {
        this.store = store;
    }

    /**
     * The job that this key has stood for so far.
     *
     * @param bodyHash of what is asked for now
     * @throws Refused {@code IDEMPOTENCY_KEY_REUSED} when it was used for something else
     */
    Optional<JobId> find(String booth, String key, String bodyHash) {
        String object = objectOf(booth, key);
        Optional<Claim> claim = store.find(object).map(stored -> Json.read(object, stored.bytes(), Claim.class));
        if (claim.isPresent() && !claim.get().bodyHash().equals(bodyHash))
            throw new Refused(
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was sent with another body; use a new key for a new job.");
        return claim.map(Claim::jobId);
    }

    /** Makes the key stand for {@code job}, unless it stands for another; says for which one it does. */
    JobId claim(String booth, String key, String bodyHash, JobId job) {
        if (store.create(objectOf(booth, key), Json.bytes(new Claim(bodyHash, job)))) return job;
        return find(booth, key, bodyHash)
                .orElseThrow(() -> new IllegalStateException("A claim vanished while it was looked at"));
    }

    private static String objectOf(String booth, String key) {
        if (!FORM.matcher(key).matches())
            throw new Refused(
                    "INVALID_IDEMPOTENCY_KEY", "An Idempotency-Key has 1 to 255 visible ASCII characters, no blanks.");
        return "idempotency/" + Sha256.hex(booth + "\0" + key) + ".json";
    }
}
