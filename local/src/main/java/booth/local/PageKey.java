package booth.local;

import booth.core.access.BoothKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The key of the booth page on this machine, so that nobody has to type one. It is made once and kept beside the data it
 * opens; a revoked one is followed by another.
 */
record PageKey(Path file, BoothKeys keys) {
    private static final String BOOTH = "booth";
    private static final int PER_MINUTE = 1200;

    String secret() {
        try {
            if (Files.exists(file)) {
                String kept = Files.readString(file).strip();
                if (keys.find(kept).isPresent()) return kept;
            }
            String issued = keys.issue(BOOTH, PER_MINUTE, Instant.now().truncatedTo(ChronoUnit.SECONDS))
                    .secret();
            Files.writeString(file, issued);
            return issued;
        } catch (IOException e) {
            throw new UncheckedIOException("The booth page's key cannot be kept in " + file, e);
        }
    }
}
