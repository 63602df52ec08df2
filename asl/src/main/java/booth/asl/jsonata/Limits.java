package booth.asl.jsonata;

/**
 * What an expression may make on its way to its result: AWS documents a limit for what a state gives, none for what is
 * between, so this is only against exhausting memory.
 */
final class Limits {
    /** Characters of a text, elements of an array, values of a result. */
    static final int MOST = 1024 * 1024;

    private Limits() {}

    static void checkText(long length) {
        if (length > MOST) throw tooMuch("a text of more than 1 Mi characters");
    }

    static void checkArray(long length) {
        if (length > MOST) throw tooMuch("an array of more than 1 Mi elements");
    }

    static RuntimeException tooMuch(String what) {
        return Expression.error("The expression makes " + what);
    }
}
