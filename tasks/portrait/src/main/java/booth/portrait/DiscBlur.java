package booth.portrait;

import java.util.stream.IntStream;

/**
 * What an open lens makes of a backdrop: every pixel becomes the mean light of a disc around it, counting only what
 * shows the backdrop. Dividing by what was counted keeps people's colours out and darkens nothing beside them.
 *
 * <p>The disc is summed row by row from running sums, so a pixel costs its disc's height and not its area.
 */
final class DiscBlur {
    private static final float COUNTED = 1e-3f;

    private final Backdrop backdrop;
    private final int pad;
    /** Running sums along each row of share and of share × light, with {@code pad} constant cells on both sides. */
    private final float[][] shares;

    private final float[][][] lights;

    private DiscBlur(Backdrop backdrop, int pad) {
        this.backdrop = backdrop;
        this.pad = pad;
        shares = new float[backdrop.height()][];
        lights = new float[3][backdrop.height()][];
        IntStream.range(0, backdrop.height()).parallel().forEach(this::sum);
    }

    /**
     * @param radius of each row's disc, in pixels; 0 leaves the row as it is
     * @return planes of red, green and blue in linear light
     */
    static float[][] of(Backdrop backdrop, float[] radius) {
        float widest = 0;
        for (float r : radius) widest = Math.max(widest, r);
        DiscBlur blur = new DiscBlur(backdrop, (int) widest + 3);
        float[][] blurred = new float[3][backdrop.share().length];
        IntStream.range(0, backdrop.height()).parallel().forEach(y -> blur.row(y, radius[y], blurred));
        return blurred;
    }

    private void sum(int y) {
        int width = backdrop.width();
        float[] share = new float[width + 2 * pad + 1];
        float[][] light = new float[3][share.length];
        for (int x = 0, i = y * width; x < width; x++, i++) {
            int to = x + pad + 1;
            share[to] = share[to - 1] + backdrop.share()[i];
            for (int k = 0; k < 3; k++) light[k][to] = light[k][to - 1] + backdrop.share()[i] * backdrop.light()[k][i];
        }
        for (int to = width + pad + 1; to < share.length; to++) {
            share[to] = share[to - 1];
            for (int k = 0; k < 3; k++) light[k][to] = light[k][to - 1];
        }
        shares[y] = share;
        for (int k = 0; k < 3; k++) lights[k][y] = light[k];
    }

    private void row(int y, float radius, float[][] blurred) {
        int width = backdrop.width();
        float[] counted = new float[width];
        float[] sums = new float[width];
        discs(y, radius, shares, counted);
        for (int k = 0; k < 3; k++) {
            java.util.Arrays.fill(sums, 0);
            discs(y, radius, lights[k], sums);
            for (int x = 0, i = y * width; x < width; x++, i++)
                blurred[k][i] = counted[x] > COUNTED ? sums[x] / counted[x] : backdrop.light()[k][i];
        }
    }

    /** Adds up the discs around all pixels of a row. */
    private void discs(int y, float radius, float[][] running, float[] sums) {
        float reach = radius + .5f;
        int rows = (int) Math.ceil(reach) - 1;
        for (int dy = -rows; dy <= rows; dy++) {
            if (y + dy < 0 || y + dy >= backdrop.height()) continue;
            add(running[y + dy], (float) Math.sqrt(reach * reach - dy * dy), sums);
        }
    }

    /** Adds to each pixel the sum of what lies at most {@code half} from its middle; the ends count in part. */
    private void add(float[] running, float half, float[] sums) {
        int whole = (int) (half + .5f);
        float part = half + .5f - whole;
        int right = pad + whole;
        int left = pad + 1 - whole;
        for (int x = 0; x < sums.length; x++)
            sums[x] += (1 - part) * (running[x + right] - running[x + left])
                    + part * (running[x + right + 1] - running[x + left - 1]);
    }
}
