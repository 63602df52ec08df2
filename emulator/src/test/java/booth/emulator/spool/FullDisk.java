package booth.emulator.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place where there is no room for anything, until it is deleted. */
public final class FullDisk {
    private FullDisk() {}

    /** What is written to this file finds no room; what stood there is away. */
    public static void at(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createSymbolicLink(file, Path.of("/dev/full"));
    }
}
