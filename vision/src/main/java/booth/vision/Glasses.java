package booth.vision;

import booth.core.Box;

/**
 * Whether a face wears glasses, and where.
 *
 * @param likelihood 0 to 1, above one half for spectacles or sunglasses
 * @param band the rectangle from temple to temple and brow to cheekbone that glasses would cover, in pixels
 */
public record Glasses(double likelihood, Box band) {
    /** Whether glasses are likelier than not. */
    public boolean worn() {
        return likelihood > .5;
    }
}
