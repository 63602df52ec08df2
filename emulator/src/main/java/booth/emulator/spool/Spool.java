package booth.emulator.spool;

import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of small files with names of their own. What was put is there, whole, after the process was killed at any
 * moment; nothing is flushed to the disk, so a machine that loses power may lose the last seconds. What is damaged all the
 * same is set aside when it is read. One name is used by one thread at a time; otherwise thread-safe.
 */
public final class Spool {
    private final Path folder;

    /** @param folder made if missing; what a dying process had half written in it is deleted */
    public Spool(Path folder) {
        this.folder = folder;
        attempt("cannot be made", folder, () -> {
            Files.createDirectories(folder);
            for (Path draft : list()) if (draft.toString().endsWith(WholeFile.DRAFT)) Files.delete(draft);
        });
    }

    /** Creates the file or replaces it whole. */
    public void put(String name, byte[] content) {
        new WholeFile(folder.resolve(name)).write(content);
    }

    /** Without effect when it is not there. */
    public void remove(String name) {
        attempt("cannot be deleted", folder.resolve(name), () -> Files.deleteIfExists(folder.resolve(name)));
    }

    /** At every moment the file is in one of the two. */
    public void move(String name, Spool to) {
        attempt(
                "cannot be moved",
                folder.resolve(name),
                () -> Files.move(folder.resolve(name), to.folder.resolve(name), StandardCopyOption.ATOMIC_MOVE));
    }

    /** All names, in their order; without those of files that were set aside. */
    public List<String> names() {
        try {
            return list().stream()
                    .filter(file -> !DamagedFile.isOne(file))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(WholeFile.DRAFT))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be read", folder, e);
        }
    }

    public byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw DiskTrouble.of("cannot be read", folder.resolve(name), e);
        }
    }

    /**
     * Empty where there is no file of this name, or none that can be understood: that one is set aside.
     *
     * @param without what goes on how without it, a sentence for the log
     */
    public <T> Optional<T> read(String name, JavaType type, String without) {
        return new JsonFile<T>(folder.resolve(name), type, without).read();
    }

    /** Takes a file whose content makes no sense out of everybody's way. */
    public void setAside(String name, String wrong, String without) {
        new DamagedFile(folder.resolve(name)).setAside(wrong, without);
    }

    /** Deletes the folder with all that is in it. */
    public void delete() {
        attempt("cannot be deleted", folder, () -> {
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
            throw DiskTrouble.of(what, path, e);
        }
    }
}
