package booth.local.ai;

import booth.painter.GardenPainter;

/** Which sides a picture of words may have, as latent diffusion models have it: multiples of eight. */
final class GardenSize {
    static final String RULE =
            "sides are multiples of 8 from " + GardenPainter.LEAST_SIDE + " to " + GardenPainter.MOST_SIDE;
    private static final int GRID = 8;

    private GardenSize() {}

    static boolean fits(int side) {
        return side % GRID == 0 && side >= GardenPainter.LEAST_SIDE && side <= GardenPainter.MOST_SIDE;
    }
}
