package booth.emulator.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A small file that is replaced whole: a reader sees the old one or the new one, whenever the process ends.
 *
 * @param ofItsOwner whether only the user of this machine who runs this process can read it, not even for a moment others
 */
public record WholeFile(Path path, boolean ofItsOwner) {
    static final String DRAFT = ".draft";

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    public WholeFile(Path path) {
        this(path, false);
    }

    public static WholeFile ofItsOwner(Path path) {
        return new WholeFile(path, true);
    }

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
            if (ofItsOwner && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.deleteIfExists(draft); // of a process that was killed, whoever may read it
                Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER));
            }
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
