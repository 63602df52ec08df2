package booth.cli;

import java.nio.file.Path;

/** What the command line needs from the program that launches it: a cloud for those who have none, a
 * first photo, and who is watching. */
public interface Launcher {
    /**
     * Starts a cloud in this JVM on ports nobody uses.
     *
     * @throws CommandFailed saying why there can be none
     */
    Cloud startCloud();

    Path samplePhoto();

    /** Whether a person watches the output; bars are drawn for people only. */
    boolean onTerminal();
}
