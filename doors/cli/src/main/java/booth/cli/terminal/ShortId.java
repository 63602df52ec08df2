package booth.cli.terminal;

import java.util.OptionalInt;

/** The first digits of an id: enough to tell it from others, and to type it. */
public final class ShortId {
    private static final int LENGTH = 12;

    private ShortId() {}

    public static String of(String id) {
        return id.length() > LENGTH ? id.substring(0, LENGTH) : id;
    }

    /** @param columns of the terminal; the whole id where nobody watches */
    public static String of(String id, OptionalInt columns) {
        return columns.isPresent() ? of(id) : id;
    }
}
