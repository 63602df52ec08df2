package booth.cli.doctor;

import java.util.Locale;
import java.util.Optional;

/**
 * One line: what was looked at, how it is, and what to do about it.
 *
 * @param check a few words, e.g. {@code bootstrap} or {@code model in us-west-2}
 * @param remedy empty where there is nothing to do
 */
record Finding(Level level, String check, String fact, Optional<String> remedy) {
    static Finding ok(String check, String fact) {
        return new Finding(Level.OK, check, fact, Optional.empty());
    }

    static Finding warn(String check, String fact, String remedy) {
        return new Finding(Level.WARN, check, fact, Optional.of(remedy));
    }

    static Finding fail(String check, String fact, String remedy) {
        return new Finding(Level.FAIL, check, fact, Optional.of(remedy));
    }

    static Finding skip(String check, String fact) {
        return new Finding(Level.SKIP, check, fact, Optional.empty());
    }

    String line() {
        return String.format(Locale.ROOT, "%-4s  %-21s  %s", level.word(), check, fact)
                + remedy.map(what -> " → " + what).orElse("");
    }
}
