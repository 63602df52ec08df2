package booth.garden.visitors;

import booth.core.Refused;

/** Words that are called out to screens. */
final class Words {
    private static final int LONGEST = 500;

    private Words() {}

    /** @throws Refused {@code INVALID_MESSAGE} */
    static void require(String text) {
        if (text.isBlank() || text.length() > LONGEST)
            throw new Refused(
                    "INVALID_MESSAGE", "A message has 1 to " + LONGEST + " characters, not " + text.length() + ".");
        if (text.codePoints().anyMatch(Words::isNone))
            throw new Refused("INVALID_MESSAGE", "A message has no control characters and no half characters in it.");
    }

    private static boolean isNone(int point) {
        return Character.isISOControl(point) && point != '\n' || Character.getType(point) == Character.SURROGATE;
    }
}
