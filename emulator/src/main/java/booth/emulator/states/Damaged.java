package booth.emulator.states;

import java.nio.file.Path;

/** A file of ours that makes no sense. It is that of one execution, or of one definition, and harms no other. */
final class Damaged extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final String how;

    /** @param how what is wrong with it */
    Damaged(Path file, String how) {
        super("The file " + file + " is damaged: " + how + ".");
        this.file = file;
        this.how = how;
    }

    Path file() {
        return file;
    }

    /** What is wrong with it. */
    String how() {
        return how;
    }
}
