package booth.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import booth.core.access.BoothKeys;
import booth.emulator.spool.DamagedFile;
import booth.emulator.spool.WholeFile;
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
                String kept = new String(Files.readAllBytes(file), US_ASCII).strip();
                if (keys.find(kept).isPresent()) return kept;
                if (!BoothKeys.isOne(kept)) new DamagedFile(file).setAside("it holds no key", "The page gets another.");
            }
            String issued = keys.issue(BOOTH, PER_MINUTE, Instant.now().truncatedTo(ChronoUnit.SECONDS))
                    .secret();
            new WholeFile(file).write(issued.getBytes(US_ASCII));
            return issued;
        } catch (IOException e) {
            throw new UncheckedIOException("The booth page's key cannot be kept in " + file, e);
        }
    }
}
