package booth.cli.run;

import booth.cli.terminal.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** A photo on this machine's disk, read. */
record PhotoFile(Path path, byte[] bytes) {
    static PhotoFile read(Path path) {
        if (Files.isDirectory(path)) throw new CommandFailed(path + " is a folder; name the photos in it.");
        try {
            return new PhotoFile(path, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new CommandFailed(path + " does not exist.");
        } catch (IOException e) {
            throw new CommandFailed(path + " cannot be read: " + e.getMessage());
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** By the name's ending, as a browser would; the pipeline looks at the bytes. */
    String contentType() {
        return name().toLowerCase(Locale.ROOT).endsWith(".png") ? "image/png" : "image/jpeg";
    }
}
