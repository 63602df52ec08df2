package booth.core.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * How a camera was held: the eight values of the EXIF tag 0x0112, as a mirroring followed by quarter turns clockwise.
 */
record Orientation(boolean mirrored, int quarterTurns) {
    static final Orientation UPRIGHT = new Orientation(false, 0);

    /** What the photo's metadata says; upright where they say nothing or cannot be read. */
    static Orientation of(byte[] photo) {
        try {
            var exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo), photo.length)
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            var tag = exif == null ? null : exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            return tag == null ? UPRIGHT : ofTag(tag);
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            return UPRIGHT; // no readable metadata says nothing against the pixels
        }
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
