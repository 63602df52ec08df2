package booth.matting.raster;

/**
 * A plane of numbers kept on a coarser grid than the picture and read back bilinearly. Clouds, light and shadow have
 * no detail finer than a few pixels, so a grid of every second or fourth pixel costs a quarter or a sixteenth.
 */
public final class Field {
    public final int columns;
    public final int rows;
    public final float[] values;
    private final int step;

    public Field(int width, int height, int step) {
        this.step = step;
        columns = (width + step - 1) / step + 1;
        rows = (height + step - 1) / step + 1;
        values = new float[columns * rows];
    }

    /** Evaluates the function, in picture pixels, at every grid point. */
    public static Field of(int width, int height, int step, Function function) {
        Field field = new Field(width, height, step);
        for (int j = 0; j < field.rows; j++) {
            for (int i = 0; i < field.columns; i++) {
                field.values[j * field.columns + i] = function.at(i * step, j * step);
            }
        }
        return field;
    }

    /** The value at a picture pixel; past the border the border's. */
    public float at(float x, float y) {
        float gx = Math.max(0, Math.min(columns - 1.001f, x / step));
        float gy = Math.max(0, Math.min(rows - 1.001f, y / step));
        int i = (int) gx;
        int j = (int) gy;
        float fx = gx - i;
        float fy = gy - j;
        int o = j * columns + i;
        int right = i + 1 < columns ? 1 : 0;
        int down = j + 1 < rows ? columns : 0;
        float top = values[o] + (values[o + right] - values[o]) * fx;
        float bottom = values[o + down] + (values[o + down + right] - values[o + down]) * fx;
        return top + (bottom - top) * fy;
    }

    /** Softens in place; the radius is in picture pixels. */
    public Field blur(float radius) {
        Blur.gaussian(values, columns, rows, Math.max(1, Math.round(radius / step)));
        return this;
    }

    public Field copy() {
        Field copy = new Field((columns - 1) * step, (rows - 1) * step, step);
        System.arraycopy(values, 0, copy.values, 0, values.length);
        return copy;
    }

    public int step() {
        return step;
    }

    /** A value for a picture position. */
    @FunctionalInterface
    public interface Function {
        float at(float x, float y);
    }
}
