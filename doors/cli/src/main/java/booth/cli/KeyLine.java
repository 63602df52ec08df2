package booth.cli;

import booth.core.access.BoothKeys;
import java.time.Instant;

/** What may be shown of a booth's key at any time; as JSON it is one line. */
record KeyLine(String id, String booth, int perMinute, Instant createdAt) {
    static KeyLine of(BoothKeys.Entry entry) {
        return new KeyLine(
                entry.id(),
                entry.key().booth(),
                entry.key().perMinute(),
                entry.key().createdAt());
    }
}
