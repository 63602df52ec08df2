package booth.core.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A picture of any kind read as rows of opaque RGB, a strip at a time, so that a large one needs no second copy of
 * itself. Can average every two by two pixels on the way.
 */
final class Rows {
    private static final int STRIP = 64;

    interface Reader {
        /** @param start where row {@code y} begins in {@code pixels}; valid during the call */
        void row(int y, int[] pixels, int start);
    }

    private final BufferedImage image;
    private final boolean halved;

    Rows(BufferedImage image, boolean halved) {
        this.image = image;
        this.halved = halved;
    }

    int width() {
        return halved ? image.getWidth() / 2 : image.getWidth();
    }

    int height() {
        return halved ? image.getHeight() / 2 : image.getHeight();
    }

    void forEach(Reader reader) {
        int width = image.getWidth();
        BufferedImage strip = new BufferedImage(width, STRIP, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
        Graphics2D canvas = strip.createGraphics();
        int rows = halved ? STRIP / 2 : STRIP;
        for (int top = 0; top < height(); top += rows) {
            canvas.drawImage(image, 0, halved ? -2 * top : -top, Color.WHITE, null);
            for (int y = top; y < Math.min(top + rows, height()); y++) {
                int start = (y - top) * width;
                if (halved) halve(pixels, 2 * start, start, width);
                reader.row(y, pixels, start);
            }
        }
        canvas.dispose();
    }

    /** Averages the rows at {@code from} and below it into the row at {@code to}, which lies at or above them. */
    private static void halve(int[] pixels, int from, int to, int width) {
        for (int x = 0; x < width / 2; x++) {
            int a = pixels[from + 2 * x];
            int b = pixels[from + 2 * x + 1];
            int c = pixels[from + width + 2 * x];
            int d = pixels[from + width + 2 * x + 1];
            int redBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x020002 >> 2;
            int green = (a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00) + 0x0200 >> 2;
            pixels[to + x] = redBlue & 0xff00ff | green & 0xff00;
        }
    }
}
