package booth.vision;

/** What the shape of the mesh alone tells about eyes and mouth. */
final class Gestures {
    /** Lowered lids measure .24 to .32, open eyes .26 to .46: the mesh follows lids only half-heartedly. */
    private static final double HALF_OPEN_EYE = .27;

    private static final double HALF_OPEN_MOUTH = .1;
    private static final double STEEPNESS = 5;

    private Gestures() {}

    /** Likelihood from the height of the lids over the width of the eye, both eyes together; a weak hint. */
    static double eyesOpen(Face face) {
        double left = opening(face, 159, 145, 33, 133);
        double right = opening(face, 386, 374, 263, 362);
        return likelihood((left + right) / 2, HALF_OPEN_EYE);
    }

    /** Likelihood from the gap between the lips over the width of the mouth. */
    static double mouthOpen(Face face) {
        return likelihood(opening(face, 13, 14, 78, 308), HALF_OPEN_MOUTH);
    }

    private static double opening(Face face, int upper, int lower, int left, int right) {
        return face.at(upper).distance(face.at(lower))
                / Math.max(1, face.at(left).distance(face.at(right)));
    }

    private static double likelihood(double opening, double half) {
        return 1 / (1 + Math.pow(half / Math.max(opening, 1e-9), STEEPNESS));
    }
}
