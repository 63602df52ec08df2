package booth.cli;

import booth.cli.stack.Launcher;
import booth.cli.stack.Stack;
import booth.cli.terminal.CommandFailed;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A machine on which no cloud can be started, and nobody looks at a terminal.
 *
 * @param folder where the outputs of one that runs would be
 */
public record NoStack(Path folder) implements Launcher {
    @Override
    public Stack startCloud() {
        throw new CommandFailed("no cloud here");
    }

    @Override
    public Path samplePhoto() {
        return folder.resolve("sample.jpg");
    }

    @Override
    public Path outputsFile() {
        return folder.resolve("outputs.json");
    }

    @Override
    public boolean onTerminal() {
        return false;
    }

    @Override
    public OptionalInt columns() {
        return OptionalInt.empty();
    }
}
