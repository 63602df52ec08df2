package booth.vision;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Which class each pixel of a photo belongs to, as networks of the PASCAL VOC classes tell it: looked at with its longer
 * side at 513 pixels, answered by class numbers, of which this one knows the background and people, and stretched back to
 * the photo's size.
 */
final class Segments {
    /** In the order of PASCAL VOC's 21 classes. */
    static final int PERSON = 15;

    private static final int BACKGROUND = 0;
    private static final int SIDE = 513;
    private static final float SOMEBODY = .5f;
    private static final int THRESHOLD = 128;
    /** PASCAL VOC's colour of people. */
    private static final Color PINK = new Color(192, 128, 128);

    private static final float PHOTO_SHARE = .6f;
    private static final float COLOUR_SHARE = .35f;

    private final Function<BufferedImage, float[]> matte;

    /** @param matte of a photo: 0 background, 1 a person */
    Segments(Function<BufferedImage, float[]> matte) {
        this.matte = matte;
    }

    /** The photo at the size in which it is looked at: 1280×720 becomes 513×288. */
    static BufferedImage working(BufferedImage photo) {
        double scale = (double) SIDE / Math.max(photo.getWidth(), photo.getHeight());
        return scaled(
                photo,
                Math.max(1, (int) (scale * photo.getWidth())),
                Math.max(1, (int) (scale * photo.getHeight())),
                BufferedImage.TYPE_INT_RGB);
    }

    /** A class for each pixel of the working size, row by row. */
    int[] classes(BufferedImage working) {
        float[] alpha = matte.apply(working);
        int[] classes = new int[alpha.length];
        Arrays.setAll(classes, i -> alpha[i] > SOMEBODY ? PERSON : BACKGROUND);
        return classes;
    }

    /** Eight-bit grey of the photo's size: 255 where a person is, 0 elsewhere. */
    BufferedImage mask(BufferedImage photo) {
        BufferedImage working = working(photo);
        int[] classes = classes(working);
        BufferedImage small = new BufferedImage(working.getWidth(), working.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < classes.length; i++)
            small.getRaster().setSample(i % small.getWidth(), i / small.getWidth(), 0, classes[i] == PERSON ? 255 : 0);
        BufferedImage mask = scaled(small, photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        binarise(mask);
        return mask;
    }

    /** 255 only above 128. */
    static void binarise(BufferedImage mask) {
        for (int y = 0; y < mask.getHeight(); y++)
            for (int x = 0; x < mask.getWidth(); x++)
                mask.getRaster().setSample(x, y, 0, mask.getRaster().getSample(x, y, 0) > THRESHOLD ? 255 : 0);
    }

    /** The photo with its people coloured. */
    BufferedImage picture(BufferedImage photo) {
        BufferedImage mask = mask(photo);
        BufferedImage picture = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < photo.getHeight(); y++)
            for (int x = 0; x < photo.getWidth(); x++) {
                int pixel = photo.getRGB(x, y);
                picture.setRGB(x, y, mask.getRaster().getSample(x, y, 0) == 0 ? pixel : coloured(pixel));
            }
        return picture;
    }

    private static int coloured(int pixel) {
        return mix(pixel >> 16 & 255, PINK.getRed()) << 16
                | mix(pixel >> 8 & 255, PINK.getGreen()) << 8
                | mix(pixel & 255, PINK.getBlue());
    }

    private static int mix(int photo, int colour) {
        return Math.min(255, Math.round(PHOTO_SHARE * photo + COLOUR_SHARE * colour));
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height, int type) {
        BufferedImage scaled = new BufferedImage(width, height, type);
        Graphics2D canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return scaled;
    }
}
