package booth.matting.raster;

/**
 * Between the numbers of a picture (sRGB, 0 to 1) and the light they stand for (0 to 1): light adds up, the numbers do
 * not. IEC 61966-2-1; by tables, because each picture asks some ten million times.
 */
public final class LinearLight {
    private static final int STEPS = 1 << 14; // the steepest step of the way back is a quarter of an eight-bit one
    private static final float[] LIGHT = new float[STEPS + 1];
    private static final float[] NUMBER = new float[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double v = (double) i / STEPS;
            LIGHT[i] = (float) (v <= .04045 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4));
            NUMBER[i] = (float) (v <= .0031308 ? v * 12.92 : 1.055 * Math.pow(v, 1 / 2.4) - .055);
        }
    }

    private LinearLight() {}

    public static float of(float number) {
        return LIGHT[index(number)];
    }

    public static float number(float light) {
        return NUMBER[index(light)];
    }

    private static int index(float v) {
        return v <= 0 ? 0 : v >= 1 ? STEPS : (int) (v * STEPS + .5f);
    }
}
