package booth.monster;

import booth.core.image.PixelRect;
import booth.matting.raster.Pixels;
import java.awt.image.BufferedImage;

/** The pixels of a face between forehead, cheeks and chin: what its light and its grain are read from. */
final class Skin {
    /** Of the ellipse, in widths of the face: below the eyes, and well within hair and background. */
    private static final double MIDDLE = .22;

    private static final double HALF_WIDTH = .32;
    private static final double HALF_HEIGHT = .5;

    interface Reader {
        /**
         * @param i index of the pixel
         * @param across from the middle, in half widths of the face: -1 to 1
         */
        void pixel(int i, double across);
    }

    private final int[] pixels;
    private final int photoWidth;
    private final PixelRect area;
    private final Shell face;

    /** @param photo TYPE_INT_RGB */
    Skin(BufferedImage photo, Shell face) {
        this.face = face;
        pixels = Pixels.of(photo);
        photoWidth = photo.getWidth();
        var middle = face.project(0, MIDDLE, 0);
        int reach = (int) Math.ceil(HALF_HEIGHT * face.width());
        area = new PixelRect(
                        (int) middle.getX() - reach,
                        (int) middle.getY() - reach,
                        (int) middle.getX() + reach,
                        (int) middle.getY() + reach)
                .clip(photoWidth, photo.getHeight());
    }

    /** @param margin how many pixels around each one that is read lie within the photo */
    void forEach(int margin, Reader reader) {
        for (int y = area.y1() + margin; y < area.y2() - margin; y++)
            for (int x = area.x1() + margin; x < area.x2() - margin; x++) {
                double across = face.toAcross(x + .5, y + .5) / HALF_WIDTH;
                double down = (face.toDown(x + .5, y + .5) - MIDDLE) / HALF_HEIGHT;
                if (across * across + down * down <= 1) reader.pixel(y * photoWidth + x, across);
            }
    }

    int[] pixels() {
        return pixels;
    }

    int photoWidth() {
        return photoWidth;
    }
}
