package booth.monster;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Art in pixels, read between them. Colours are multiplied by how much they cover, so that nothing bleeds at edges. */
final class Raster {
    private final int width;
    private final int height;
    private final int[] pixels;

    /** @param image TYPE_INT_ARGB_PRE */
    Raster(BufferedImage image) {
        width = image.getWidth();
        height = image.getHeight();
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /**
     * Adds what is seen at a place, between the four pixels around it; beside the art is nothing.
     *
     * @param u share of the width from the left edge
     * @param argb sums of alpha, red, green and blue, 0 to 255 each
     */
    void add(double u, double v, float[] argb) {
        float x = (float) (u * width) - .5f;
        float y = (float) (v * height) - .5f;
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = x - left;
        float below = y - top;
        add(left, top, (1 - right) * (1 - below), argb);
        add(left + 1, top, right * (1 - below), argb);
        add(left, top + 1, (1 - right) * below, argb);
        add(left + 1, top + 1, right * below, argb);
    }

    private void add(int x, int y, float share, float[] argb) {
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        int pixel = pixels[y * width + x];
        argb[0] += share * (pixel >>> 24);
        argb[1] += share * (pixel >> 16 & 255);
        argb[2] += share * (pixel >> 8 & 255);
        argb[3] += share * (pixel & 255);
    }
}
