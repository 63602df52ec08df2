package booth.garden.visitors;

import java.time.Instant;
import java.util.Optional;

/**
 * A message of the generation queue: paint a picture from words.
 *
 * @param key of the picture, in the garden's bucket
 * @param newerThan a picture that is older is painted anew
 */
record PortraitOrder(
        String kind,
        String key,
        String prompt,
        Optional<String> negativeText,
        int width,
        int height,
        int seed,
        Instant newerThan) {
    private static final int SIDE = 512;

    static PortraitOrder of(String key, Portrait portrait, int seed, Instant newerThan) {
        return new PortraitOrder(
                "text-to-image", key, portrait.prompt(), portrait.negativeText(), SIDE, SIDE, seed, newerThan);
    }
}
