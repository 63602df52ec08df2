package booth.core.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Which pixels of a frame are kept: one bit a pixel, row by row in 64-bit words, so that uniting two masks of a
 * 1024×1024 frame touches 128 KiB. As a picture, kept is black and everything else white.
 *
 * <p>Not thread-safe while it is being drawn.
 */
public final class Mask {
    private static final int BINARY_THRESHOLD = 128;

    private final int width;
    private final int height;
    private final int wordsPerRow;
    private final long[] words;

    /** Nothing kept. */
    public Mask(int width, int height) {
        if (width < 1 || height < 1) throw new IllegalArgumentException("A mask needs pixels: " + width + "×" + height);
        this.width = width;
        this.height = height;
        this.wordsPerRow = (width + 63) / 64;
        this.words = new long[wordsPerRow * height];
    }

    /** Keeps what is darker than mid-grey in every channel (a segmentation service paints faces black). */
    public static Mask ofImage(BufferedImage image) {
        Mask mask = new Mask(image.getWidth(), image.getHeight());
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) mask.keepDark(grey(image));
        else mask.keepDark(image);
        return mask;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public void keep(int x, int y) {
        words[y * wordsPerRow + (x >> 6)] |= 1L << x;
    }

    public boolean kept(int x, int y) {
        return (words[y * wordsPerRow + (x >> 6)] >>> x & 1) != 0;
    }

    /** Keeps a whole rectangle; what lies outside the mask is ignored. */
    public void keep(PixelRect rect) {
        PixelRect inside = rect.clip(width, height);
        if (inside.width() == 0) return;
        int first = inside.x1() >> 6;
        int last = (inside.x2() - 1) >> 6;
        long head = -1L << inside.x1();
        long tail = -1L >>> (63 - (inside.x2() - 1 & 63));
        for (int y = inside.y1(); y < inside.y2(); y++) {
            int row = y * wordsPerRow;
            if (first == last) {
                words[row + first] |= head & tail;
            } else {
                words[row + first] |= head;
                Arrays.fill(words, row + first + 1, row + last, -1L);
                words[row + last] |= tail;
            }
        }
    }

    /**
     * Also keeps whatever {@code other} keeps.
     *
     * @throws IllegalArgumentException when the sizes differ: a mask of another frame would keep the wrong pixels
     */
    public void or(Mask other) {
        if (other.width != width || other.height != height)
            throw new IllegalArgumentException("A mask of " + other.width + "×" + other.height + " does not fit one of "
                    + width + "×" + height + "; both must come from the same frame.");
        for (int i = 0; i < words.length; i++) words[i] |= other.words[i];
    }

    public int keptPixels() {
        int count = 0;
        for (long word : words) count += Long.bitCount(word);
        return count;
    }

    /** Eight-bit grey, 0 where kept, 255 elsewhere. */
    public BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = grey(image);
        for (int y = 0, i = 0; y < height; y++)
            for (int x = 0; x < width; x++, i++) pixels[i] = (byte) (kept(x, y) ? 0 : 255);
        return image;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Mask other
                && other.width == width
                && other.height == height
                && Arrays.equals(other.words, words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return "Mask[" + width + "×" + height + ", " + keptPixels() + " kept]";
    }

    private void keepDark(byte[] grey) {
        for (int y = 0, i = 0; y < height; y++)
            for (int x = 0; x < width; x++, i++) if ((grey[i] & 0xff) < BINARY_THRESHOLD) keep(x, y);
    }

    private void keepDark(BufferedImage image) {
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) if ((row[x] & 0x808080) == 0) keep(x, y);
        }
    }

    private static byte[] grey(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
