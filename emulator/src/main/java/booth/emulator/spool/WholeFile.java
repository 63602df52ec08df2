package booth.emulator.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small file that is replaced whole: a reader sees the old one or the new one, whenever the process ends. */
public record WholeFile(Path path) {
    static final String DRAFT = ".draft";

    /**
     * Writes it, with the folder it is in.
     *
     * @throws java.io.UncheckedIOException naming the file and what keeps it from being written; nothing half-written is
     *     left, and the old one stays
     */
    public void write(byte[] content) {
        Path draft = path.resolveSibling(path.getFileName() + DRAFT);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(draft, content);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(draft, e);
            throw DiskTrouble.of("cannot be written", path, e);
        }
    }

    private static void discard(Path draft, IOException failure) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
