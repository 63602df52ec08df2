package booth.core.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import booth.core.Refused;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/**
 * A guest's photo, which may be anything: size, kind and dimensions are checked before a pixel is decoded, big ones are
 * thinned out while they are decoded (48 megapixels take 50 MB), EXIF orientation is applied and transparency dropped.
 */
public final class Photo {
    public static final int MAX_BYTES = 15 << 20;
    public static final long MAX_PIXELS = 50_000_000;
    private static final long MAX_DECODED = 16_000_000;

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
     * @throws Refused {@code PHOTO_TOO_LARGE}, {@code EMPTY_PHOTO}, {@code UNSUPPORTED_TYPE}, {@code UNREADABLE_PHOTO} or
     *     {@code PHOTO_TOO_NARROW}, with a sentence that says what to do
     */
    public static BufferedImage frame(byte[] bytes, Fit fit) {
        if (bytes.length > MAX_BYTES)
            throw new Refused("PHOTO_TOO_LARGE", "The photo has " + bytes.length + " bytes; at most 15 MB are taken.");
        if (bytes.length == 0) throw new Refused("EMPTY_PHOTO", "The photo is empty; send it again.");
        Kind kind = kindOf(bytes);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader =
                    ImageIO.getImageReadersByFormatName(kind.format).next();
            try {
                reader.setInput(in, true, true);
                return frame(reader, Orientation.of(bytes), fit);
            } finally {
                reader.dispose();
            }
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) { // decoders answer nonsense with any exception there is
            throw new Refused(
                    "UNREADABLE_PHOTO",
                    "The photo cannot be decoded: it is damaged or not in RGB; take it again or save it anew.",
                    e);
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
        return orientation.apply(Resampling.scale(decode(reader, part), stored.width(), stored.height()));
    }

    /**
     * Decodes at most 16 megapixels; of a larger photo every second pixel of every second row. What that aliases lies
     * beyond the detail a frame shows.
     */
    private static BufferedImage decode(ImageReader reader, PixelRect part) throws IOException {
        int step = (long) part.width() * part.height() > MAX_DECODED ? 2 : 1;
        ImageReadParam settings = reader.getDefaultReadParam();
        settings.setSourceRegion(new Rectangle(part.x1(), part.y1(), part.width(), part.height()));
        settings.setSourceSubsampling(step, step, 0, 0);
        CutShort cutShort = new CutShort();
        reader.addIIOReadWarningListener(cutShort);
        BufferedImage image = reader.read(0, settings);
        if (cutShort.certain()) throw new EOFException("the photo ends before its last pixel");
        return GreyAlpha.flatten(image);
    }

    /** JPEG decoders paint what is missing grey and merely warn of it: once of the end, once of the data before it. */
    private static final class CutShort implements IIOReadWarningListener {
        private boolean noEnd;
        private boolean corrupt;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            noEnd |= warning.contains("EOI");
            corrupt |= warning.contains("Corrupt");
        }

        /** A file that lacks only its end marker is whole. */
        boolean certain() {
            return noEnd && corrupt;
        }
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
        String box = new String(bytes, 4, 8, ISO_8859_1);
        return box.startsWith("ftyphe") || box.startsWith("ftypmif") || box.startsWith("ftypmsf");
    }
}
