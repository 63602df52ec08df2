package booth.vision;

import booth.core.image.Box;

/**
 * Whether a face wears glasses, of which kind, and where.
 *
 * @param likelihood 0 to 1, above one half for spectacles or sunglasses
 * @param shade 0 to 1: how much darker the eyes are than cheeks and forehead
 * @param band the rectangle from temple to temple and brow to cheekbone that glasses would cover, in pixels; it may
 *     reach past the edges
 */
public record Glasses(double likelihood, double shade, Box band) {
    private static final double DARK_LENSES = .6;

    /** Whether glasses of any kind are likelier than not. */
    public boolean worn() {
        return likelihood > .5;
    }

    /** Whether there are glasses and the eyes are hardly seen behind them. */
    public boolean sunglasses() {
        return worn() && shade > DARK_LENSES;
    }
}
