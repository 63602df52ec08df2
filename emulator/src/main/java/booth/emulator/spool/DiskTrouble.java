package booth.emulator.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Says what keeps a file from being written, in words of whoever can do something about it. */
public final class DiskTrouble {
    /** Less than any block; whoever asked for more bytes than are left got an error before this many were used. */
    private static final long NEXT_TO_NOTHING = 64 << 10;

    private static final double MEGABYTE = 1 << 20;

    private DiskTrouble() {}

    /** @param what could not be done with the file, {@code cannot be written} */
    public static UncheckedIOException of(String what, Path file, IOException cause) {
        return new UncheckedIOException(file + " " + what + ": " + reason(file, cause), cause);
    }

    /** Whether there is no room, as far as can be told: systems say so in the language of their user. */
    private static boolean isFull(IOException cause, long free) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("No space left") || message.contains("quota") || free < NEXT_TO_NOTHING;
    }

    private static String reason(Path file, IOException cause) {
        long free = free(file).orElse(Long.MAX_VALUE);
        if (!isFull(cause, free)) return plain(cause);
        return String.format(
                Locale.ROOT,
                "the disk is full (%s, %.1f MB free in %s); free some space there, nothing needs to be restarted",
                plain(cause),
                free == Long.MAX_VALUE ? 0 : free / MEGABYTE,
                file.toAbsolutePath().getParent());
    }

    /** Without the file's name, which is said already. */
    private static String plain(IOException cause) {
        if (cause instanceof AccessDeniedException) return "permission denied";
        String reason = cause instanceof FileSystemException of ? of.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    private static Optional<Long> free(Path file) {
        try {
            Path there = file.toAbsolutePath();
            while (there != null && !Files.exists(there)) there = there.getParent();
            return there == null
                    ? Optional.empty()
                    : Optional.of(Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return Optional.empty(); // then it is not said
        }
    }
}
