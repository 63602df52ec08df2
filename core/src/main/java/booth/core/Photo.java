package booth.core;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A guest's photo, which may be anything: size, kind and dimensions are checked before a pixel is decoded, big ones are
 * decoded with subsampling (48 megapixels fit a small heap), EXIF orientation is applied and transparency dropped.
 */
public final class Photo {
    public static final int MAX_BYTES = 15 << 20;
    public static final long MAX_PIXELS = 50_000_000;

    static {
        ImageIO.setUseCache(false);
    }

    /** How a photo meets a frame whose proportions differ a little from its own. */
    public enum Fit {
        /** Stretched by the few percent that are missing: nothing of the photo is lost. */
        SQUASH,
        /** Cut evenly at two opposite edges: nothing is stretched. */
        CROP
    }

    private enum Kind {
        JPEG("jpeg", 0xff, 0xd8, 0xff),
        PNG("png", 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a);

        private final String format;
        private final int[] magic;

        Kind(String format, int... magic) {
            this.format = format;
            this.magic = magic;
        }

        boolean begins(byte[] bytes) {
            if (bytes.length < magic.length) return false;
            for (int i = 0; i < magic.length; i++) if ((bytes[i] & 0xff) != magic[i]) return false;
            return true;
        }
    }

    private Photo() {}

    /**
     * The photo at frame size, upright, opaque, TYPE_INT_RGB.
     *
     * @throws Refused {@code PHOTO_TOO_LARGE}, {@code UNSUPPORTED_TYPE}, {@code UNREADABLE_PHOTO} or
     *     {@code PHOTO_TOO_NARROW}, with a sentence that says what to do
     */
    public static BufferedImage frame(byte[] bytes, Fit fit) {
        if (bytes.length > MAX_BYTES)
            throw new Refused("PHOTO_TOO_LARGE", "The photo has " + bytes.length + " bytes; at most 15 MB are taken.");
        Kind kind = kindOf(bytes);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader =
                    ImageIO.getImageReadersByFormatName(kind.format).next();
            try {
                reader.setInput(in, true, true);
                return frame(reader, orientation(bytes), fit);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refused(
                    "UNREADABLE_PHOTO", "The photo is damaged and cannot be decoded; take it again or save it anew.", e);
        }
    }

    private static BufferedImage frame(ImageReader reader, Orientation orientation, Fit fit) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS)
            throw new Refused(
                    "PHOTO_TOO_LARGE",
                    "The photo has " + width + "×" + height + " pixels; at most 50 megapixels are taken.");
        Frame upright = orientation.sideways() ? Frame.of(height, width) : Frame.of(width, height);
        Frame stored = orientation.sideways() ? new Frame(upright.height(), upright.width()) : upright;
        PixelRect part = fit == Fit.CROP ? stored.cropOf(width, height) : new PixelRect(0, 0, width, height);
        return orientation.apply(shrink(decode(reader, part), stored));
    }

    /** Decodes no more than every n-th pixel, leaving at least twice the frame to average from. */
    private static BufferedImage decode(ImageReader reader, PixelRect part) throws IOException {
        int step = Math.max(1, Math.max(part.width(), part.height()) / (2 * Frame.LONG_SIDE));
        ImageReadParam settings = reader.getDefaultReadParam();
        settings.setSourceRegion(new java.awt.Rectangle(part.x1(), part.y1(), part.width(), part.height()));
        settings.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, settings);
    }

    /** Halves while it can (bilinear over exactly two pixels averages them), then goes the rest of the way. */
    private static BufferedImage shrink(BufferedImage image, Frame frame) {
        BufferedImage step = image;
        while (step.getWidth() >= 2 * frame.width() && step.getHeight() >= 2 * frame.height())
            step = scale(step, step.getWidth() / 2, step.getHeight() / 2);
        return scale(step, frame.width(), frame.height());
    }

    private static BufferedImage scale(BufferedImage image, int width, int height) {
        if (image.getWidth() == width && image.getHeight() == height) return ImageBytes.rgb(image);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        canvas.dispose();
        return scaled;
    }

    private static Kind kindOf(byte[] bytes) {
        Optional<Kind> kind =
                Arrays.stream(Kind.values()).filter(k -> k.begins(bytes)).findFirst();
        return kind.orElseThrow(() -> new Refused(
                "UNSUPPORTED_TYPE",
                isHeic(bytes)
                        ? "The photo is HEIC; set the camera to its 'most compatible' format (JPEG) and try again."
                        : "The file is neither JPEG nor PNG; save the photo as one of them."));
    }

    private static boolean isHeic(byte[] bytes) {
        if (bytes.length < 12) return false;
        String box = new String(bytes, 4, 8, java.nio.charset.StandardCharsets.ISO_8859_1);
        return box.startsWith("ftyphe") || box.startsWith("ftypmif") || box.startsWith("ftypmsf");
    }

    private static Orientation orientation(byte[] bytes) throws IOException {
        try {
            var exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length)
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            var tag = exif == null ? null : exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            return tag == null ? Orientation.UPRIGHT : Orientation.ofTag(tag);
        } catch (ImageProcessingException e) {
            return Orientation.UPRIGHT; // no readable metadata says nothing against the pixels
        }
    }

    /** The eight values of the EXIF tag 0x0112: a mirroring, then quarter turns clockwise. */
    private record Orientation(boolean mirrored, int quarterTurns) {
        static final Orientation UPRIGHT = new Orientation(false, 0);

        static Orientation ofTag(int tag) {
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

        boolean sideways() {
            return quarterTurns % 2 == 1;
        }

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
}
