package booth.api;

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
final class Access {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private record Known(BoothKey key, Instant until) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>(); // only keys that exist: nobody else can fill it
    private final BoothKeys keys;
    private final RateLimit rates;
    private final InstantSource clock;

    Access(BoothKeys keys, InstantSource clock) {
        this.keys = keys;
        this.rates = new RateLimit(clock);
        this.clock = clock;
    }

    /**
     * @throws Refused {@code UNAUTHORIZED}
     * @throws RateExceeded when the key has made too many requests
     */
    BoothKey admit(Request request) {
        String secret = request.header("authorization")
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(parts -> parts.group(1))
                .orElseThrow(() -> new Refused(
                        "UNAUTHORIZED", "Send the booth's key in the header 'Authorization: Bearer pb_…'."));
        BoothKey key = find(secret)
                .orElseThrow(() -> new Refused("UNAUTHORIZED", "This key is not known; it may have been revoked."));
        rates.take(secret, key.perMinute());
        return key;
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
