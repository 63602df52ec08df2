package booth.core.access;

import booth.core.Json;
import booth.core.Refused;
import booth.core.Sha256;
import booth.core.job.ObjectStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys of all booths, each an object {@code keys/<SHA-256 of the key>.json} in the jobs bucket. The key itself, 256
 * random bits, is written nowhere: who can read the bucket still cannot act for a booth.
 */
public final class BoothKeys {
    private static final String FOLDER = "keys/";
    private static final String ENDING = ".json";
    private static final Pattern SECRET = Pattern.compile("pb_[A-Za-z0-9_-]{43}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{6,64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A key at the one moment when it can be read.
     *
     * @param secret what the booth sends
     */
    public record Issued(String secret, BoothKey key) {}

    private final ObjectStore store;

    /** @param store the jobs bucket */
    public BoothKeys(ObjectStore store) {
        this.store = store;
    }

    public Issued issue(String booth, int perMinute, Instant now) {
        String secret = "pb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits());
        String webhookSecret = "whsec_" + Base64.getEncoder().encodeToString(bits());
        BoothKey key = new BoothKey(Sha256.hex(secret), booth, now, perMinute, webhookSecret);
        store.write(objectOf(key.id()), Json.bytes(key));
        return new Issued(secret, key);
    }

    private static byte[] bits() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return bits;
    }

    /** Whether {@code text} has the form of a key. */
    public static boolean isOne(String text) {
        return SECRET.matcher(text).matches();
    }

    /** What this key allows; empty for one that was never issued or is revoked. */
    public Optional<BoothKey> find(String secret) {
        if (!isOne(secret)) return Optional.empty();
        return byId(Sha256.hex(secret));
    }

    /** As long as it is not revoked. One that is damaged is as good as none, and harms no other. */
    public Optional<BoothKey> byId(String id) {
        try {
            return store.find(objectOf(id)).map(stored -> Json.read(objectOf(id), stored.bytes(), BoothKey.class));
        } catch (IllegalArgumentException | Refused e) {
            return Optional.empty();
        }
    }

    /** All keys, in no order that means anything. */
    public List<BoothKey> list() {
        return ids("").flatMap(id -> byId(id).stream()).toList();
    }

    /**
     * Makes a key useless. Whoever remembers keys for a while goes on accepting it for that while.
     *
     * @param named the key itself, its id, or the first digits of its id (at least 6)
     * @return what it was
     * @throws Refused {@code NO_SUCH_KEY} or {@code AMBIGUOUS_KEY}
     */
    public BoothKey revoke(String named) {
        String id = isOne(named) ? Sha256.hex(named) : named;
        if (!ID.matcher(id).matches())
            throw new Refused("NO_SUCH_KEY", "A key is named by the first digits of its id, at least 6.");
        List<BoothKey> meant = ids(id).flatMap(found -> byId(found).stream()).toList();
        if (meant.isEmpty()) throw new Refused("NO_SUCH_KEY", "There is no such key.");
        if (meant.size() > 1)
            throw new Refused("AMBIGUOUS_KEY", meant.size() + " keys begin with " + id + "; give more digits.");
        store.delete(objectOf(meant.get(0).id()));
        return meant.get(0);
    }

    private Stream<String> ids(String prefix) {
        return store.list(FOLDER + prefix).stream()
                .map(entry -> entry.key().substring(FOLDER.length()))
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()));
    }

    private static String objectOf(String id) {
        return FOLDER + id + ENDING;
    }
}
