package booth.generate;

import booth.core.Busy;
import booth.core.Primed;
import booth.core.Refused;
import java.util.Optional;

/** Something that paints a picture of a text. Every call may cost money. */
interface TextToImageModel extends Primed {
    /**
     * What to paint.
     *
     * @param prompt at most 512 characters, which every model takes
     * @param negativeText what not to paint
     * @param width and {@code height}: what is wanted; a model comes as near to their proportion as it can
     * @param seed the same seed paints the same picture; of {@link booth.core.job.Seed}'s range
     * @param steps of a Stable Diffusion model; others choose themselves
     */
    record Wish(
            String prompt, Optional<String> negativeText, int width, int height, long seed, Optional<Integer> steps) {
        double proportion() {
            return (double) width / height;
        }
    }

    /**
     * Paints.
     *
     * @return an encoded picture, of any common format and of any size
     * @throws Refused {@code MODEL_REFUSED} when the model's rules forbid this text
     * @throws ModelUnavailable when nothing can be painted until the account or the settings are changed
     * @throws Busy when the same call may succeed later
     */
    byte[] paint(Wish wish);
}
