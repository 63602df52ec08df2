package booth.core.access;

import booth.core.Json;
import booth.core.Refused;
import booth.core.Sha256;
import booth.core.access.BoothKeys.Issued;
import booth.core.job.ObjectStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Links with which a device gets a key of its own: once, and soon. A key in a link would stay in the browser's history;
 * what stays of such a link is worth nothing. A pairing is an object {@code pairings/<SHA-256 of the code>.json} in the
 * jobs bucket; the code, 256 random bits, is written nowhere. It is marked as used before the key is issued: a death in
 * between costs another link, never a second key.
 */
public final class Pairings {
    public static final Duration VALID = Duration.ofMinutes(10);

    private static final String FOLDER = "pairings/";
    private static final String ENDING = ".json";
    private static final String REMEDY = " Make another one: booth keys pair.";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ObjectStore store;
    private final BoothKeys keys;

    /** @param store the jobs bucket */
    public Pairings(ObjectStore store) {
        this.store = store;
        this.keys = new BoothKeys(store);
    }

    /** The code of a new pairing, at the one moment when it can be read. */
    public String open(String booth, int perMinute, Instant now) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        store.write(objectOf(code), Json.bytes(new Pairing(booth, perMinute, now.plus(VALID), false)));
        return code;
    }

    /** What a browser opens: it sends nobody what stands behind the {@code #}. */
    public static URI link(String pages, String code) {
        return URI.create(pages.replaceAll("/+$", "") + "/#pair=" + code);
    }

    /**
     * The key that the code is good for. Of many that come with one code at once one gets it.
     *
     * @throws Refused {@code NO_SUCH_PAIRING}, {@code PAIRING_USED} or {@code PAIRING_EXPIRED}
     */
    public Issued redeem(String code, Instant now) {
        if (!CODE.matcher(code).matches()) throw unknown();
        ObjectStore.Stored stored = store.find(objectOf(code)).orElseThrow(Pairings::unknown);
        Pairing pairing = Json.read(objectOf(code), stored.bytes(), Pairing.class);
        if (pairing.used()) throw used();
        if (!now.isBefore(pairing.expiresAt()))
            throw new Refused(
                    "PAIRING_EXPIRED", "This pairing link was good for ten minutes, which are over." + REMEDY);
        if (!store.replace(objectOf(code), Json.bytes(pairing.usedUp()), stored.version())) throw used();
        return keys.issue(pairing.booth(), pairing.perMinute(), now);
    }

    private static Refused unknown() {
        return new Refused("NO_SUCH_PAIRING", "This is no pairing link of this booth, or one of days ago." + REMEDY);
    }

    private static Refused used() {
        return new Refused("PAIRING_USED", "This pairing link has been used, and works once." + REMEDY);
    }

    private static String objectOf(String code) {
        return FOLDER + Sha256.hex(code) + ENDING;
    }
}
