package booth.cli.terminal;

/** What the shell learns. */
public final class ExitCode {
    public static final int OK = 0;
    public static final int FAILED = 1;
    /** A photo was refused, e.g. because there is no face on it; everything else went well. */
    public static final int REFUSED = 2;

    public static final int USAGE = 64;

    private ExitCode() {}
}
