package booth.http;

import booth.core.Refused;
import booth.core.access.BoothKey;
import booth.core.access.BoothKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets in who holds a booth's key. A key that was found is remembered for a minute, so a revoked one dies within that. */
public final class Access {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    /** Requests a minute: all booths of a hall may have one address. */
    public static final int PER_ADDRESS = 300;

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private record Known(BoothKey key, Instant until) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>(); // only keys that exist: nobody else can fill it
    private final BoothKeys keys;
    private final RateLimit rates;
    private final RateLimit addresses;
    private final InstantSource clock;

    public Access(BoothKeys keys, InstantSource clock) {
        this.keys = keys;
        this.rates = new RateLimit(clock);
        this.addresses = new RateLimit(clock);
        this.clock = clock;
    }

    /**
     * @throws Refused {@code UNAUTHORIZED}
     * @throws RateExceeded when the key has made too many requests
     */
    BoothKey authenticate(Request request) {
        String secret = secret(request)
                .orElseThrow(() -> new Refused(
                        "UNAUTHORIZED", "Send the booth's key in the header 'Authorization: Bearer pb_…'."));
        BoothKey key = find(secret)
                .orElseThrow(() -> new Refused("UNAUTHORIZED", "This key is not known; it may have been revoked."));
        rates.take(secret, key.perMinute());
        return key;
    }

    /**
     * Lets in who sends no key, too, with a rate for the address.
     *
     * @return the key, where one was sent
     * @throws Refused {@code UNAUTHORIZED} for a key that is none
     * @throws RateExceeded when the key or the address has made too many requests
     */
    Optional<BoothKey> authenticateOptional(Request request) {
        if (request.header("authorization").isPresent()) return Optional.of(authenticate(request));
        addresses.take(request.address(), PER_ADDRESS);
        return Optional.empty();
    }

    /** What the request shows of itself, a booth's key or a guest's token. */
    public static Optional<String> secret(Request request) {
        return request.header("authorization")
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(parts -> parts.group(1));
    }

    private Optional<BoothKey> find(String secret) {
        Instant now = clock.instant();
        Optional<BoothKey> remembered = Optional.ofNullable(known.get(secret))
                .filter(one -> now.isBefore(one.until()))
                .map(Known::key);
        if (remembered.isPresent()) return remembered;
        Optional<BoothKey> found = keys.find(secret);
        found.ifPresentOrElse(
                key -> known.put(secret, new Known(key, now.plus(REMEMBERED))), () -> known.remove(secret));
        return found;
    }
}
