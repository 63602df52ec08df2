package booth.emulator.template.types;

/** Why something of a template means nothing on one machine, where that is said of several types. */
final class Reasons {
    static final String NO_IDENTITIES = "every program on this machine is the same user";
    static final String NO_OPERATIONS = "metrics, traces and alarms are the terminal's here";
    static final String NO_ENCRYPTION = "the disk is the laptop's own";
    static final String NO_EXPIRY = "data stays until it is deleted or started fresh";
    static final String CLASS_PATH = "handlers are on the class path, whatever runtime and machine they will meet";
    static final String NAMES_ONLY = "its function is invoked as it is";

    private Reasons() {}
}
