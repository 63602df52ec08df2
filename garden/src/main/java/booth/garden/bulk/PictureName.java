package booth.garden.bulk;

import booth.core.Refused;
import booth.garden.pictures.Area;
import booth.garden.pictures.Orientation;
import booth.garden.pictures.PictureKey;
import booth.garden.pictures.SearchKey;
import java.util.regex.Pattern;

/**
 * The name that a page gives to the pictures of one call of {@code /bulk}: {@code img_20261122-093000}, or with the pool
 * and the folder before it, which then have to be those of the prompt.
 */
record PictureName(String text) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,79}");

    /** @throws Refused {@code INVALID_NAME} */
    PictureName {
        if (!NAME.matcher(last(text)).matches())
            throw invalid("has letters, digits, blanks, hyphens and underscores, at most 80");
    }

    PictureKey key(SearchKey search, int index, Orientation orientation) {
        PictureKey key = PictureKey.named(Area.POOL, search, last(text), index, orientation);
        String folder = key.key().substring(0, key.key().lastIndexOf('/') + 1);
        if (text.contains("/") && !text.equals(folder + last(text)))
            throw invalid("begins with " + folder + ", where pictures of this prompt go, or has no folder at all");
        return key;
    }

    private static String last(String text) {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static Refused invalid(String rule) {
        return new Refused("INVALID_NAME", "The 'fname' of pictures " + rule + ".");
    }
}
