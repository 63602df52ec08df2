package booth.vision;

/** How many threads a network gets when nobody says. */
final class Threads {
    private static final int MORE_DO_NOT_HELP = 4;

    private Threads() {}

    static int sensible() {
        return Math.min(MORE_DO_NOT_HELP, Runtime.getRuntime().availableProcessors());
    }
}
