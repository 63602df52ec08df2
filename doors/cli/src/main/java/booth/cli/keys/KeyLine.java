package booth.cli.keys;

import booth.core.access.BoothKey;
import java.time.Instant;

/** What may be shown of a booth's key at any time; as JSON it is one line. */
record KeyLine(String id, String booth, int perMinute, Instant createdAt) {
    static KeyLine of(BoothKey key) {
        return new KeyLine(key.id(), key.booth(), key.perMinute(), key.createdAt());
    }
}
