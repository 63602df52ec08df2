package booth.core.image;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the eight values of the EXIF tag 0x0112, as a mirroring followed by quarter turns clockwise.
 */
record Orientation(boolean mirrored, int quarterTurns) {
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int LONG = 4;
    private static final int LITTLE_ENDIAN = 0x4949;

    static final Orientation UPRIGHT = new Orientation(false, 0);

    /**
     * What an EXIF block says; upright where it says nothing or cannot be read. Only the first directory is looked at:
     * a block of 64 KB can have thousands of tags that are said to be 64 KB long each.
     */
    static Orientation of(byte[] exif) {
        try {
            return ofTag(tag(ByteBuffer.wrap(exif)));
        } catch (IndexOutOfBoundsException e) {
            return UPRIGHT; // no readable metadata says nothing against the pixels
        }
    }

    private static int tag(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + ENTRY * i;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG)
                return tiff.getShort(entry + 2) == LONG ? tiff.getInt(entry + 8) : tiff.getShort(entry + 8);
        }
        return 0;
    }

    private static Orientation ofTag(int tag) {
        return switch (tag) {
            case 2 -> new Orientation(true, 0);
            case 3 -> new Orientation(false, 2);
            case 4 -> new Orientation(true, 2);
            case 5 -> new Orientation(true, 3);
            case 6 -> new Orientation(false, 1);
            case 7 -> new Orientation(true, 1);
            case 8 -> new Orientation(false, 3);
            default -> UPRIGHT;
        };
    }

    /** Whether the upright photo's width is the stored one's height. */
    boolean sideways() {
        return quarterTurns % 2 == 1;
    }

    /** The stored picture, upright. */
    BufferedImage apply(BufferedImage image) {
        if (equals(UPRIGHT)) return image;
        int width = image.getWidth();
        int height = image.getHeight();
        int outWidth = sideways() ? height : width;
        int outHeight = sideways() ? width : height;
        AffineTransform turn = AffineTransform.getTranslateInstance(outWidth / 2.0, outHeight / 2.0);
        turn.quadrantRotate(quarterTurns);
        if (mirrored) turn.scale(-1, 1);
        turn.translate(-width / 2.0, -height / 2.0);
        BufferedImage upright = new BufferedImage(outWidth, outHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = upright.createGraphics();
        canvas.drawImage(image, turn, null);
        canvas.dispose();
        return upright;
    }
}
