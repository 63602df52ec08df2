package booth.cli.stack;

import booth.cli.terminal.CommandFailed;
import java.nio.file.Path;
import java.util.OptionalInt;

/** What the command line needs from the program that launches it: an embedded cloud for those who have no deployed
 * stack, a first photo, and who is watching. */
public interface Launcher {
    /**
     * Starts an embedded cloud in this JVM on ports nobody uses.
     *
     * @throws CommandFailed saying why there can be none
     */
    Stack startCloud();

    Path samplePhoto();

    /** Where an embedded cloud that runs in another process says how it is reached; may not exist. */
    Path outputsFile();

    /** The project's settings, {@code cdk.json}. */
    default Path settings() {
        return Path.of("cdk.json");
    }

    /** Whether a person watches the output; bars are drawn for people only. */
    boolean onTerminal();

    /** How many characters a line of that terminal holds; empty where nobody watches, and lines may be as long as they are. */
    OptionalInt columns();
}
