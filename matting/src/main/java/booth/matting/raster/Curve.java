package booth.matting.raster;

/** The two curves everything soft is drawn with. */
public final class Curve {
    private Curve() {}

    /** Length of a vector; Math.hypot guards against overflow and is ten times slower. */
    public static float hypot(float x, float y) {
        return (float) Math.sqrt(x * x + y * y);
    }

    public static float clamp(float v) {
        return v < 0 ? 0 : Math.min(v, 1);
    }

    /** 0 up to {@code from}, 1 past {@code to}, an S between; {@code from} may be the larger one. */
    public static float step(float from, float to, float v) {
        float t = clamp((v - from) / (to - from));
        return t * t * (3 - 2 * t);
    }
}
