package booth.cli;

import java.nio.file.Path;

/** What the command line needs from the program that launches it: a cloud for those who have none, and a first photo. */
public interface Launcher {
    /**
     * Starts a cloud in this JVM on ports nobody uses.
     *
     * @throws CommandFailed saying why there can be none
     */
    Cloud startCloud();

    Path samplePhoto();
}
