package booth.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The guest's photo, or the rules of a model, say no. Trying again will not help, so it is never retried.
 *
 * <p>The message is {@code CODE: sentence}: Lambda hands only a class name and a message to the state machine, and both
 * the code (for programs) and the sentence (for people) have to survive that journey; {@link #parse} takes them apart
 * again.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Pattern MESSAGE = Pattern.compile("([A-Z][A-Z0-9_]*): (.*)", Pattern.DOTALL);

    private final String code;
    private final String sentence;

    /**
     * @param code upper-case words joined by underscores, e.g. {@code PHOTO_TOO_LARGE}
     * @param sentence what is wrong and what to do about it, for a booth operator
     */
    public Refused(String code, String sentence) {
        super(code + ": " + writable(sentence));
        this.code = code;
        this.sentence = writable(sentence);
    }

    /** A sentence may repeat what somebody sent; half a character, which no JSON can be written with, becomes "?". */
    private static String writable(String sentence) {
        return new String(sentence.getBytes(UTF_8), UTF_8);
    }

    public Refused(String code, String sentence, Throwable cause) {
        this(code, sentence);
        initCause(cause);
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }

    /** The refusal behind a message of the form {@code CODE: sentence}; empty for any other text. */
    public static Optional<Refused> parse(String message) {
        Matcher parts = MESSAGE.matcher(message);
        return parts.matches() ? Optional.of(new Refused(parts.group(1), parts.group(2))) : Optional.empty();
    }
}
