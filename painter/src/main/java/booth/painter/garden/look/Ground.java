package booth.painter.garden.look;

/**
 * Level ground in perspective. A place on it is metres to the right of the middle, and metres away.
 *
 * @param horizon its row
 * @param bottom the picture's height
 * @param middle the column of the vanishing point
 * @param near pixels of a metre at the bottom row
 * @param focal pixels of a metre one metre away
 */
public record Ground(float horizon, float bottom, float middle, float near, float focal) {

    /** Pixels of a metre at a row below the horizon. */
    public float scale(float row) {
        return near * Math.max(.5f, row - horizon) / (bottom - horizon);
    }

    /** How far away a row's ground is. */
    public float away(float row) {
        return focal / scale(row);
    }

    public float row(float metres) {
        return horizon + focal / metres * (bottom - horizon) / near;
    }

    public float column(float right, float metres) {
        return middle + right * focal / metres;
    }

    /** Metres to the right of the middle at a column of a row. */
    public float right(float column, float row) {
        return (column - middle) / scale(row);
    }

    /** The nearest ground that is seen, in metres. */
    public float nearest() {
        return focal / near;
    }

    /** How high the eye is, in metres. */
    public float eye() {
        return (bottom - horizon) / near;
    }
}
