package booth.generate;

import java.util.regex.Pattern;

/**
 * Which objects of the garden's bucket an order may name. Whoever can send one may have pictures painted where the
 * garden keeps its own, and nothing else written over: no profile, no like, no key of a booth.
 */
final class GardenKeys {
    private static final String NAME = "(?!\\.)[^\\p{C}\\p{Zl}\\p{Zp}/\\\\%|\"<>?#*]{1,200}";
    private static final Pattern PICTURE = Pattern.compile(
            "((emotions|imgPool)/" + NAME + "(/" + NAME + ")?/|dashboard/|(?=img_))" + NAME + "(?<=\\.(jpeg|jpg|png))");
    private static final Pattern NOTE = Pattern.compile("(orders|batches)(/" + NAME + ")+(?<=\\.json)");
    private static final int LONGEST = 512; // with what is put before and behind it, half of what S3 takes

    private GardenKeys() {}

    static void requirePicture(String key) {
        require(PICTURE, key, "no picture of the garden's");
    }

    static void requireNote(String key) {
        require(NOTE, key, "no note about orders or batches");
    }

    static boolean isNote(String key) {
        return key.length() <= LONGEST && NOTE.matcher(key).matches();
    }

    static boolean isPicture(String key) {
        return key.length() <= LONGEST && PICTURE.matcher(key).matches();
    }

    static boolean isPng(String picture) {
        return picture.endsWith(".png");
    }

    /** Who paints a picture at the moment. */
    static String lease(String picture) {
        return "orders/" + picture + ".json";
    }

    /** Where it says why there is no picture, for orders that name no other place. */
    static String failure(String picture) {
        return "orders/" + picture + ".failed.json";
    }

    private static void require(Pattern form, String key, String what) {
        if (key.length() > LONGEST || !form.matcher(key).matches())
            throw new IllegalArgumentException("The key " + key + " is " + what + ".");
    }
}
