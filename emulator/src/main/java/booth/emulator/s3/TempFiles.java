package booth.emulator.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a write that was killed leaves in a bucket: the object's file under a working name, {@code <key>-<UUID>}, which
 * S3Proxy would show as an object.
 */
record TempFiles(Path buckets) {
    private static final Pattern UUID =
            Pattern.compile("-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    /** A file's time may be some milliseconds behind the clock. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    /** Deletes what the writing of this object left since then, also the folders made for it. */
    void delete(String bucket, String key, Instant since) {
        Path top = buckets.resolve(bucket);
        Path object = top.resolve(key).normalize();
        if (!object.startsWith(top) || object.equals(top)) return; // never written
        try {
            for (Path file : beside(object))
                if (isLeftover(file, object) && !modified(file).isBefore(since.minus(TOLERANCE))) Files.delete(file);
            for (Path folder = folder(object); !folder.equals(top); folder = folder(folder))
                Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            return; // others are in it
        } catch (IOException e) {
            throw new UncheckedIOException("What was left of " + object + " cannot be deleted", e);
        }
    }

    private static List<Path> beside(Path object) throws IOException {
        if (!Files.isDirectory(folder(object))) return List.of();
        try (Stream<Path> files = Files.list(folder(object))) {
            return files.toList();
        }
    }

    private static Path folder(Path path) {
        return path.resolveSibling("");
    }

    private static boolean isLeftover(Path file, Path object) {
        String name = file.getFileName().toString();
        String own = object.getFileName().toString();
        return name.startsWith(own)
                && UUID.matcher(name.substring(own.length())).matches()
                && Files.isRegularFile(file);
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }
}
