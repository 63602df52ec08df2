package booth.garden.orders;

import booth.core.job.Seed;
import java.util.Optional;

/**
 * An order for one picture of a text, as the generate function reads it: strictly, so it has no other fields.
 *
 * @param key of the picture in the garden's bucket
 * @param failureKey where it is written why there will be no picture
 * @param doneKey where it is written that there was one; where it stands nothing is painted again
 * @param unlessKey where something stands there, nobody wants the picture any more
 */
public record GardenOrder(
        String kind,
        String key,
        String prompt,
        int width,
        int height,
        Optional<Seed> seed,
        Optional<String> failureKey,
        Optional<String> doneKey,
        Optional<String> unlessKey) {
    private static final String KIND = "text-to-image";

    /** One that nobody follows but by looking for its picture. */
    public static GardenOrder of(String key, String prompt, int width, int height) {
        return new GardenOrder(
                KIND,
                key,
                prompt,
                width,
                height,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public GardenOrder seeded(Seed chosen) {
        return new GardenOrder(kind, key, prompt, width, height, Optional.of(chosen), failureKey, doneKey, unlessKey);
    }

    /** The same, followed by notes about its end, and dropped where one says that it is canceled. */
    public GardenOrder noted(String failure, String done, String unless) {
        return new GardenOrder(
                kind, key, prompt, width, height, seed, Optional.of(failure), Optional.of(done), Optional.of(unless));
    }

    /** Where it says why there is no picture, for orders that name no other place. */
    public String failureNote() {
        return failureKey.orElseGet(() -> "orders/" + key + ".failed.json");
    }
}
