package booth.painter.raster;

/**
 * Small strokes straight onto a canvas: dabs, petals and tapering lines. Tens of thousands of them make a garden, so
 * each touches only the pixels under it and allocates nothing.
 *
 * <p>{@code soft} is the width of an edge in pixels: 1 is sharp, more is out of focus.
 */
public final class Brush {
    private static final float LEAST = .6f;

    private final Canvas canvas;

    public Brush(Canvas canvas) {
        this.canvas = canvas;
    }

    /** An ellipse with the given half axes, turned by the angle. */
    public void dab(float x, float y, float rx, float ry, float angle, Rgb colour, float alpha, float soft) {
        float a = Math.max(LEAST, rx);
        float b = Math.max(LEAST, ry);
        float opacity = alpha * Math.min(1, rx / LEAST) * Math.min(1, ry / LEAST);
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        float edge = soft / 2;
        float reachX = (float) Math.sqrt(a * a * cos * cos + b * b * sin * sin) + edge + 1;
        float reachY = (float) Math.sqrt(a * a * sin * sin + b * b * cos * cos) + edge + 1;
        float narrow = Math.min(a, b) / soft;
        int right = Math.min(canvas.width - 1, (int) (x + reachX));
        int bottom = Math.min(canvas.height - 1, (int) (y + reachY));
        for (int py = Math.max(0, (int) (y - reachY)); py <= bottom; py++) {
            for (int px = Math.max(0, (int) (x - reachX)); px <= right; px++) {
                float dx = px + .5f - x;
                float dy = py + .5f - y;
                float u = (dx * cos + dy * sin) / a;
                float v = (dy * cos - dx * sin) / b;
                float cover = (1 - (float) Math.sqrt(u * u + v * v)) * narrow + .5f;
                if (cover > 0) {
                    lay(px, py, colour.r(), colour.g(), colour.b(), opacity * Math.min(1, cover));
                }
            }
        }
    }

    /** A round dab without a turn. */
    public void dot(float x, float y, float radius, Rgb colour, float alpha, float soft) {
        dab(x, y, radius, radius, 0, colour, alpha, soft);
    }

    /**
     * One petal or leaf.
     *
     * @param x where it grows from
     * @param angle where it points, 0 to the right, clockwise
     * @param length from foot to tip, in pixels
     * @param width at its widest
     * @param foot colour where it grows
     * @param tip colour at its end; a vein and a rim are shaded from the two
     */
    public void petal(
            Petal shape,
            float x,
            float y,
            float angle,
            float length,
            float width,
            Rgb foot,
            Rgb tip,
            float alpha,
            float soft) {
        if (width < 2 * LEAST || length < 2.5f) {
            float along = length / 2;
            dab(
                    x + along * (float) Math.cos(angle),
                    y + along * (float) Math.sin(angle),
                    along,
                    width / 2,
                    angle,
                    foot.mix(tip, .6f),
                    alpha,
                    soft);
            return;
        }
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        float half = width / 2;
        float reach = half + soft + 1;
        int left = (int) Math.max(0, Math.min(x, x + length * cos) - reach);
        int right = (int) Math.min(canvas.width - 1, Math.max(x, x + length * cos) + reach);
        int top = (int) Math.max(0, Math.min(y, y + length * sin) - reach);
        int bottom = (int) Math.min(canvas.height - 1, Math.max(y, y + length * sin) + reach);
        for (int py = top; py <= bottom; py++) {
            for (int px = left; px <= right; px++) {
                float dx = px + .5f - x;
                float dy = py + .5f - y;
                float t = (dx * cos + dy * sin) / length;
                float s = (dy * cos - dx * sin) / half;
                float across = Math.abs(s);
                float wide = shape.half(t / (1 - shape.notch(across)));
                float cover = Math.min((wide - across) * half, 3 * Math.min(t, 1 - t) * length) / soft + .5f;
                if (cover <= 0) {
                    continue;
                }
                float rim = Math.min(1, across / Math.max(.05f, wide));
                float light = 1 - .1f * s - .13f * Math.max(0, 1 - across * 9) * (1 - t) + .07f * rim * rim;
                float k = t < 0 ? 0 : t > 1 ? 1 : t * (2 - t);
                lay(
                        px,
                        py,
                        (foot.r() + (tip.r() - foot.r()) * k) * light,
                        (foot.g() + (tip.g() - foot.g()) * k) * light,
                        (foot.b() + (tip.b() - foot.b()) * k) * light,
                        alpha * Math.min(1, cover));
            }
        }
    }

    /** A line with round ends, as wide at each as given. */
    public void line(float x0, float y0, float x1, float y1, float w0, float w1, Rgb colour, float alpha, float soft) {
        float dx = x1 - x0;
        float dy = y1 - y0;
        float square = Math.max(.01f, dx * dx + dy * dy);
        float widest = Math.max(Math.max(w0, w1), 2 * LEAST) / 2 + soft;
        int right = (int) Math.min(canvas.width - 1, Math.max(x0, x1) + widest);
        int bottom = (int) Math.min(canvas.height - 1, Math.max(y0, y1) + widest);
        for (int py = (int) Math.max(0, Math.min(y0, y1) - widest); py <= bottom; py++) {
            for (int px = (int) Math.max(0, Math.min(x0, x1) - widest); px <= right; px++) {
                float ax = px + .5f - x0;
                float ay = py + .5f - y0;
                float t = Math.max(0, Math.min(1, (ax * dx + ay * dy) / square));
                float ox = ax - t * dx;
                float oy = ay - t * dy;
                float half = (w0 + (w1 - w0) * t) / 2;
                float thin = Math.min(1, half / LEAST);
                float cover = (Math.max(LEAST, half) - (float) Math.sqrt(ox * ox + oy * oy)) / soft + .5f;
                if (cover > 0) {
                    lay(px, py, colour.r(), colour.g(), colour.b(), alpha * thin * Math.min(1, cover));
                }
            }
        }
    }

    /** A curve from one place to another by way of a bend, tapering. */
    public void curve(
            float x0,
            float y0,
            float bendX,
            float bendY,
            float x1,
            float y1,
            float w0,
            float w1,
            Rgb colour,
            float soft) {
        float reach = Math.abs(x1 - x0) + Math.abs(y1 - y0);
        int steps = Math.max(2, Math.min(14, (int) (reach / 9)));
        float fromX = x0;
        float fromY = y0;
        for (int i = 1; i <= steps; i++) {
            float t = i / (float) steps;
            float q = 1 - t;
            float x = q * q * x0 + 2 * q * t * bendX + t * t * x1;
            float y = q * q * y0 + 2 * q * t * bendY + t * t * y1;
            line(fromX, fromY, x, y, w0 + (w1 - w0) * (t - 1f / steps), w0 + (w1 - w0) * t, colour, 1, soft);
            fromX = x;
            fromY = y;
        }
    }

    private void lay(int x, int y, float r, float g, float b, float alpha) {
        int o = (y * canvas.width + x) * 3;
        float[] rgb = canvas.rgb;
        rgb[o] += (r - rgb[o]) * alpha;
        rgb[o + 1] += (g - rgb[o + 1]) * alpha;
        rgb[o + 2] += (b - rgb[o + 2]) * alpha;
    }
}
