package booth.garden.bulk;

import booth.core.Json;
import booth.core.Refused;
import booth.core.Sha256;
import booth.core.job.ObjectStore;
import java.util.Optional;
import java.util.regex.Pattern;

/** Remembers which batch a booth's {@code Idempotency-Key} stands for: an object that is created once. */
final class BatchClaims {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private record Claim(String bodyHash, BatchId batch) {}

    private final ObjectStore garden;

    BatchClaims(ObjectStore garden) {
        this.garden = garden;
    }

    /**
     * @param bodyHash of what is asked for now
     * @throws Refused {@code IDEMPOTENCY_KEY_REUSED} when the key was used for something else
     */
    Optional<BatchId> find(String booth, String key, String bodyHash) {
        String object = objectOf(booth, key);
        Optional<Claim> claim = garden.find(object).map(stored -> Json.read(object, stored.bytes(), Claim.class));
        if (claim.isPresent() && !claim.get().bodyHash().equals(bodyHash))
            throw new Refused(
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was sent with another body; use a new key for a new batch.");
        return claim.map(Claim::batch);
    }

    /** Makes the key stand for {@code batch}, unless it stands for another; says for which one it does. */
    BatchId claim(String booth, String key, String bodyHash, BatchId batch) {
        if (garden.create(objectOf(booth, key), Json.bytes(new Claim(bodyHash, batch)))) return batch;
        return find(booth, key, bodyHash)
                .orElseThrow(() -> new IllegalStateException("A claim vanished while it was looked at"));
    }

    private static String objectOf(String booth, String key) {
        if (!FORM.matcher(key).matches())
            throw new Refused(
                    "INVALID_IDEMPOTENCY_KEY", "An Idempotency-Key has 1 to 255 visible ASCII characters, no blanks.");
        return "batches/keys/" + Sha256.hex(booth + "\0" + key) + ".json";
    }
}
