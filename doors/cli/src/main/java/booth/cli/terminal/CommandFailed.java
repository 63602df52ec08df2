package booth.cli.terminal;

/** Something the person at the terminal can mend; shown as one line, without a stack trace. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandFailed(String message) {
        super(message);
    }
}
