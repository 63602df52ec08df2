package booth.garden.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what pictures are looked for: {@code emotion}, or {@code emotion/favourite}, in lower case. An emotion need not be
 * one of the eight: a garden may have grown before them.
 */
public record SearchKey(String emotion, Optional<String> favourite) {
    /**
     * A segment of a key. What is left out of it would be trouble somewhere: {@code |} joins keys in datasets, {@code %}
     * and {@code \} are read in two ways, characters that cannot be seen hide.
     */
    private static final Pattern SEGMENT = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}/\\\\%|\"<>?#*]{1,200}");

    public SearchKey {
        emotion = lower(emotion);
        favourite = favourite.map(SearchKey::lower);
        if (!isSegment(emotion) || !favourite.map(SearchKey::isSegment).orElse(true))
            throw new Refused(
                    "INVALID_SEARCH_KEY",
                    "Pictures are looked for by 'emotion' or 'emotion/favourite', e.g. 'happy/spring,sunny,day'.");
    }

    /** @throws Refused {@code INVALID_SEARCH_KEY} */
    @JsonCreator
    public static SearchKey parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new SearchKey(text, Optional.empty())
                : new SearchKey(text.substring(0, slash), Optional.of(text.substring(slash + 1)));
    }

    /** @param segment whole: no half of a surrogate pair, no more bytes than file systems take, not {@code .} or {@code ..} */
    static boolean isSegment(String segment) {
        return SEGMENT.matcher(segment).matches()
                && !segment.startsWith(".")
                && !segment.isBlank()
                && segment.getBytes(UTF_8).length <= 200;
    }

    /** A segment as search keys have it. */
    static boolean isWord(String segment) {
        return isSegment(segment) && segment.equals(lower(segment));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @JsonValue
    public String text() {
        return favourite.map(chosen -> emotion + "/" + chosen).orElse(emotion);
    }

    @Override
    public String toString() {
        return text();
    }
}
