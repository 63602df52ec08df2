package booth.garden.bulk;

import booth.core.Refused;
import booth.core.job.JobRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the text for an image model together of parts, some of which may be missing. */
final class PromptText {
    /** What is asked of every picture where nobody says otherwise. */
    static final String USUAL_OTHERS = "flowers, fantasy, concept art, trending on artstation, highly detailed,"
            + " intricate, sharp focus, digital art";

    private PromptText() {}

    /** A list of words without those that say nothing, as a template's are where a token was left empty. */
    static String tidy(String words) {
        return Arrays.stream(words.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /**
     * The parts that say something, with commas between.
     *
     * @throws Refused {@code PROMPT_TOO_LONG}, {@code EMPTY_PROMPT}
     */
    static String of(Stream<String> parts) {
        String text = parts.map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        if (text.isEmpty()) throw new Refused("EMPTY_PROMPT", "A picture needs a text; say what is to be seen on it.");
        if (text.length() > JobRequest.MAX_PROMPT)
            throw new Refused(
                    "PROMPT_TOO_LONG",
                    "The text has " + text.length() + " characters; image models take " + JobRequest.MAX_PROMPT + ".");
        return text;
    }
}
