package booth.emulator;

import booth.emulator.account.ProfileFiles;
import booth.emulator.secrets.Secrets;
import booth.emulator.spool.DiskTrouble;
import booth.emulator.spool.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which a cloud keeps its data; one process at a time. */
final class DataFolder implements AutoCloseable {
    /** What functions print. */
    static final String LOGS = "logs";

    private static final String OUTBOX = "outbox";
    private static final String LOCK = "lock";
    /**
     * What a cloud puts here. Only this is ever deleted: the folder may be one that holds other things too. The account's
     * keys are not in the list: terminals that have them need not ask again when all the rest was forgotten.
     */
    private static final List<String> CONTENTS =
            List.of("s3", "sqs", "states", "sns", Secrets.FOLDER, OUTBOX, OutputsFile.NAME, LOGS);

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** @throws IllegalStateException when another process uses it */
    static DataFolder open(DataSettings settings) {
        Path root = settings.folder();
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new IllegalStateException("Another process is running with the data folder "
                        + root.toAbsolutePath() + "; " + settings.advice() + ".");
            }
            if (settings.fresh()) {
                clear(root, CONTENTS);
                clear(root, settings.belongings());
                clear(root, List.of(settings.logFile()));
            }
            for (String name : CONTENTS) requireWritable(root.resolve(name));
            requireWritable(root.resolve(settings.logFile()));
            LogFile.use(root.resolve(settings.logFile()));
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    /** An earlier process may have been another user's. */
    private static void requireWritable(Path path) {
        if (Files.exists(path) && !Files.isWritable(path))
            throw unusable(path, new AccessDeniedException(path.toString()));
    }

    private static UncheckedIOException unusable(Path path, IOException cause) {
        String user = System.getProperty("user.name");
        return DiskTrouble.of(
                "cannot be written to by user " + user + " (give it to " + user + ", or choose another data folder)",
                path.toAbsolutePath(),
                cause);
    }

    /** Whether a process is running with it. */
    static boolean isInUse(Path root) {
        Path lock = root.resolve(LOCK);
        if (!Files.exists(lock)) return false;
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null;
        } catch (OverlappingFileLockException e) {
            return true; // this very process
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + root.toAbsolutePath() + " cannot be read", e);
        }
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    /** The account's keys, and where it answers. */
    ProfileFiles profile() {
        return ProfileFiles.in(root);
    }

    /** What a service of this name has yet to deliver. */
    Spool outbox(String service) {
        return new Spool(root.resolve(OUTBOX).resolve(service));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it
        }
    }

    private static void clear(Path root, List<String> names) throws IOException {
        for (String name : names) {
            Path top = root.resolve(name);
            if (!Files.exists(top)) continue;
            List<Path> old;
            try (Stream<Path> all = Files.walk(top)) {
                old = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : old) Files.delete(path);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
