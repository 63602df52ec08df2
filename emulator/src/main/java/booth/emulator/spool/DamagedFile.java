package booth.emulator.spool;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that cannot be understood. It stays beside its old place as {@code <name>.damaged}, or {@code .damaged-2} and so
 * on where there is one already, for whoever can still read it; nobody else looks there, and the rest goes on without it.
 */
public record DamagedFile(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedFile.class);
    private static final String ENDING = ".damaged";
    private static final Pattern NAME = Pattern.compile(".*\\.damaged(-[0-9]+)?");

    private interface Way {
        void bring(Path from, Path to) throws IOException;
    }

    /** Whether a file of this name was set aside. */
    public static boolean isOne(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /**
     * Renames it and says so in the log.
     *
     * @param wrong what is wrong with it
     * @param without what goes on how without it, a sentence
     */
    public void setAside(String wrong, String without) {
        tell(wrong, bring(Files::move), without);
    }

    /** Keeps a copy, says so in the log, and leaves the file to whoever mends it now. */
    public void copyAside(String wrong, String without) {
        tell(wrong, bring(Files::copy), without);
    }

    private void tell(String wrong, Path aside, String without) {
        String line = wrong.replaceAll("\\s*\\R\\s*", " ");
        LOG.error("{} is damaged: {}. It is kept as {}. {}", file, line, aside.getFileName(), without);
    }

    private Path bring(Way way) {
        for (int i = 1; ; i++) {
            Path aside = file.resolveSibling(file.getFileName() + ENDING + (i == 1 ? "" : "-" + i));
            if (!Files.exists(aside) && isBrought(way, aside)) return aside;
        }
    }

    private boolean isBrought(Way way, Path aside) {
        try {
            way.bring(file, aside);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw DiskTrouble.of("is damaged and cannot be set aside", file, e);
        }
    }
}
