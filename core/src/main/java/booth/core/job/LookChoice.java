package booth.core.job;

import booth.core.Refused;
import java.util.List;
import java.util.Optional;

/**
 * What a booth wants made of a photo.
 *
 * @param look new worlds where nothing is said
 * @param subject who stays sharp in a portrait; everybody where nothing is said
 * @param masks names or tags of the masks that are put on faces, with commas; by chance where nothing is said
 */
public record LookChoice(Optional<Look> look, Optional<Subject> subject, Optional<String> masks) {
    /** Nothing is said. */
    public static final LookChoice NONE = new LookChoice(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int MAX_MASKS = 200;
    private static final char NUL = 0;

    public LookChoice {
        if (subject.isPresent() && look.orElse(Look.WORLDS) != Look.PORTRAIT)
            throw new Refused("INVALID_SUBJECT", "A subject is chosen in the look 'portrait' alone. Leave it out.");
        if (masks.isPresent()) requireMasks(masks.get(), look.orElse(Look.WORLDS));
    }

    public static LookChoice of(Look look) {
        return new LookChoice(Optional.of(look), Optional.empty(), Optional.empty());
    }

    private static void requireMasks(String wish, Look look) {
        if (look != Look.MONSTER)
            throw new Refused("INVALID_MASKS", "Masks are put on in the look 'monster' alone. Leave them out.");
        if (wish.isBlank() || wish.length() > MAX_MASKS || wish.indexOf(NUL) >= 0 || !JobRequest.whole(wish))
            throw new Refused(
                    "INVALID_MASKS",
                    "Masks are names or tags such as 'tiger' or 'cute', with commas, of 1 to " + MAX_MASKS
                            + " characters in all.");
    }

    /** The one that is meant. */
    Look chosen() {
        return look.orElse(Look.WORLDS);
    }

    /** What belongs to new worlds must not be said of another look. */
    void requireToFit(List<String> prompts, Optional<PictureMode> mode) {
        if (chosen() == Look.WORLDS) return;
        if (!prompts.isEmpty())
            throw new Refused(
                    "INVALID_PROMPTS",
                    "Prompts are for the look 'worlds'; the look '" + chosen().word()
                            + "' paints nothing. Leave them out.");
        if (mode.isPresent() && mode.get() != PictureMode.TOGETHER)
            throw new Refused(
                    "INVALID_LOOK",
                    "A picture for each face is made in the look 'worlds', not in '" + chosen().word() + "'.");
    }
}
