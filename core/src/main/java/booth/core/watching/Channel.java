package booth.core.watching;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** On which something is called out to all who listen: one for each booth, and one for each guest of the garden. */
public record Channel(Kind kind, String name) {
    /** Whose it is. */
    public enum Kind {
        BOOTH,
        GUEST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}");
    private static final char SEPARATOR = ':';

    public Channel {
        if (!NAME.matcher(name).matches()) throw unknown(name);
    }

    /**
     * @param text e.g. {@code booth:hall}
     * @throws Refused {@code NO_SUCH_CHANNEL}
     */
    @JsonCreator
    public static Channel of(String text) {
        int colon = text.indexOf(SEPARATOR);
        String kind = text.substring(0, Math.max(0, colon));
        return Arrays.stream(Kind.values())
                .filter(one -> one.word().equals(kind))
                .findFirst()
                .map(known -> new Channel(known, text.substring(colon + 1)))
                .orElseThrow(() -> unknown(text));
    }

    private static Refused unknown(String text) {
        return new Refused(
                "NO_SUCH_CHANNEL", "There are channels booth:<booth> and guest:<id>, and not '" + text + "'.");
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.word() + SEPARATOR + name;
    }
}
