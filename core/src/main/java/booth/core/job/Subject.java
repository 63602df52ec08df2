package booth.core.job;

import booth.core.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is meant when a photo shows several: {@code all}, {@code largest} (the nearest to the camera), or {@code face 2},
 * counted from 1, the largest face first.
 *
 * @param face 0 for all
 */
public record Subject(int face) {
    public static final Subject ALL = new Subject(0);
    private static final Subject LARGEST = new Subject(1);
    private static final Pattern FACE = Pattern.compile("face ([1-9][0-9]?)");

    /** @throws Refused {@code INVALID_SUBJECT} */
    @JsonCreator
    public static Subject of(String word) {
        if (word.equals("all")) return ALL;
        if (word.equals("largest")) return LARGEST;
        Matcher face = FACE.matcher(word);
        if (!face.matches())
            throw new Refused(
                    "INVALID_SUBJECT",
                    "The subject is 'all', 'largest', or a face such as 'face 2', counted from the largest; not '"
                            + word + "'.");
        return new Subject(Integer.parseInt(face.group(1)));
    }

    @JsonValue
    public String word() {
        return face == 0 ? "all" : "face " + face;
    }
}
