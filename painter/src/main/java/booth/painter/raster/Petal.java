package booth.painter.raster;

/** Outlines of petals and leaves: how wide one is along its length, from where it grows (0) to its tip (1). */
public enum Petal {
    /** Widest past the middle, round at the end: poppies, roses. */
    ROUND(.62, .5),
    /** Widest in the middle, pointed: sunflowers, leaves. */
    POINTED(.42, 1),
    /** Narrow for long, then round: daisies. */
    SPOON(.7, .8),
    /** Widest near its foot, drawn in to a tip: tulips, buds. */
    CUP(.34, .62),
    /** With a nick in its end: cherry blossoms. */
    NOTCHED(.66, .5);

    private static final int STEPS = 64;
    private final float[] halves = new float[STEPS + 2];

    Petal(double widest, double bluntness) {
        double skew = Math.log(.5) / Math.log(widest);
        for (int i = 0; i <= STEPS; i++) {
            double t = i / (double) STEPS;
            halves[i] = (float) Math.pow(Math.max(0, Math.sin(Math.PI * Math.pow(t, skew))), bluntness);
        }
    }

    /** Half the width at a place along the length, 1 at the widest. */
    float half(float t) {
        if (t <= 0 || t >= 1) {
            return 0;
        }
        float place = t * STEPS;
        int i = (int) place;
        return halves[i] + (halves[i + 1] - halves[i]) * (place - i);
    }

    /** How far the end is cut in at a distance from the middle line, as a part of the length. */
    float notch(float across) {
        return this == NOTCHED ? .16f * Math.max(0, 1 - across * 3.2f) : 0;
    }
}
