package booth.emulator.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room in a folder: asked where a write that fails comes too late. It costs microseconds. */
public record Room(Path folder) {
    /** Of file systems that give out blocks, with what is written at the same moment. */
    private static final long RESERVE = 256 << 10;

    /** @throws java.io.UncheckedIOException saying how much is free */
    public void require(long bytes) {
        try {
            if (Files.getFileStore(folder).getUsableSpace() >= bytes + RESERVE) return;
        } catch (IOException e) {
            return; // whoever writes will see
        }
        throw DiskTrouble.of("takes no more", folder, new IOException("No space left"));
    }
}
