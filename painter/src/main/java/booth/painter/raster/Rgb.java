package booth.painter.raster;

/** A display colour, channels 0..1, and the three ways paint meets the colour already there. */
public record Rgb(float r, float g, float b) {

    public static final Rgb WHITE = new Rgb(1, 1, 1);

    public static Rgb hex(int rgb) {
        return new Rgb((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
    }

    public Rgb mix(Rgb other, float t) {
        return new Rgb(r + (other.r - r) * t, g + (other.g - g) * t, b + (other.b - b) * t);
    }

    public Rgb times(float k) {
        return new Rgb(r * k, g * k, b * k);
    }

    public float luminance() {
        return .299f * r + .587f * g + .114f * b;
    }

    /** Covers the colour with this one; t is the opacity. */
    public void over(float[] c, float t) {
        c[0] += (r - c[0]) * t;
        c[1] += (g - c[1]) * t;
        c[2] += (b - c[2]) * t;
    }

    /** Lays light on the colour; never past white. */
    public void screen(float[] c, float t) {
        c[0] += (1 - c[0]) * Math.min(1, r * t);
        c[1] += (1 - c[1]) * Math.min(1, g * t);
        c[2] += (1 - c[2]) * Math.min(1, b * t);
    }

    /** Stains the colour like a glaze. */
    void multiply(float[] c, float t) {
        c[0] *= 1 + (r - 1) * t;
        c[1] *= 1 + (g - 1) * t;
        c[2] *= 1 + (b - 1) * t;
    }
}
