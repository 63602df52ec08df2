package booth.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What functions print. On AWS their standard output is their log; here it goes to a file in the data folder, so that
 * the terminal shows the guests' jobs only.
 */
final class FunctionLog implements AutoCloseable {
    static final String NAME = "functions.log";

    private final PrintStream before;
    private final PrintStream file;

    private FunctionLog(PrintStream before, PrintStream file) {
        this.before = before;
        this.file = file;
    }

    /** From now on, what this JVM prints is appended to the file; whoever kept the old stream still reaches the terminal. */
    static FunctionLog redirect(Path data) {
        try {
            PrintStream file = new PrintStream(
                    Files.newOutputStream(data.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    true,
                    UTF_8);
            FunctionLog log = new FunctionLog(System.out, file);
            System.setOut(file);
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException("The functions' log cannot be written to " + data.resolve(NAME), e);
        }
    }

    @Override
    public void close() {
        System.setOut(before);
        file.close();
    }
}
