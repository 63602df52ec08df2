package booth.generate;

import booth.core.Busy;
import booth.core.Primed;
import booth.core.Refused;

/** Something that repaints the part of a frame that a mask does not keep. Every call may cost money. */
interface ImageModel extends Primed {
    /**
     * What to paint.
     *
     * @param frame PNG
     * @param mask PNG of the same size; black is kept, white repainted
     * @param prompt what to paint, at most 512 characters
     * @param seed the same seed paints the same picture; of {@link booth.core.job.Seed}'s range, which every model takes
     */
    record Scene(byte[] frame, byte[] mask, String prompt, long seed) {}

    /**
     * Paints.
     *
     * @param branch which of the parallel branches asks, from 1; models spread their load by it
     * @return an encoded picture, of any common format and of any size
     * @throws Refused {@code MODEL_REFUSED} when the model's rules forbid this scene
     * @throws ModelUnavailable when no scene can be painted until the account or the settings are changed
     * @throws Busy when the same call may succeed later
     */
    byte[] paint(Scene scene, int branch);
}
