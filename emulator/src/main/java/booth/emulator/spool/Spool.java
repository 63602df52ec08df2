package booth.emulator.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of small files with names of their own. What was put is there, whole, after the process was killed at any
 * moment; nothing is flushed to the disk, so a machine that loses power may lose the last seconds. One name is used by
 * one thread at a time; otherwise thread-safe.
 */
public final class Spool {
    private static final String DRAFT = ".draft";

    private final Path folder;

    /** @param folder made if missing; what a dying process had half written in it is deleted */
    public Spool(Path folder) {
        this.folder = folder;
        attempt("be made", folder, () -> {
            Files.createDirectories(folder);
            for (Path draft : list()) if (draft.toString().endsWith(DRAFT)) Files.delete(draft);
        });
    }

    /** Creates the file or replaces it whole. */
    public void put(String name, byte[] content) {
        Path file = folder.resolve(name);
        attempt("be written", file, () -> {
            Path draft = folder.resolve(name + DRAFT);
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** Without effect when it is not there. */
    public void remove(String name) {
        attempt("be deleted", folder.resolve(name), () -> Files.deleteIfExists(folder.resolve(name)));
    }

    /** At every moment the file is in one of the two. */
    public void move(String name, Spool to) {
        attempt(
                "be moved",
                folder.resolve(name),
                () -> Files.move(folder.resolve(name), to.folder.resolve(name), StandardCopyOption.ATOMIC_MOVE));
    }

    /** All names, in their order. */
    public List<String> names() {
        try {
            return list().stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(DRAFT))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    public byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(name) + " cannot be read", e);
        }
    }

    /** Deletes the folder with all that is in it. */
    public void delete() {
        attempt("be deleted", folder, () -> {
            for (Path file : list()) Files.delete(file);
            Files.delete(folder);
        });
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void attempt(String what, Path path, Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot " + what, e);
        }
    }
}
