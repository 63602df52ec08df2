package booth.core.image;

import booth.core.Busy;
import booth.core.Refused;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.LongSupplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * A guest's photo, which may be anything: size, kind and dimensions are checked before a pixel is decoded, big ones are
 * thinned out while they are decoded (48 megapixels take 50 MB), EXIF orientation is applied and transparency dropped.
 * What decoding will take is known beforehand and set aside, and a decode that does not end is ended.
 */
public final class Photo {
    public static final int MAX_BYTES = 15 << 20;
    public static final long MAX_PIXELS = 50_000_000;

    /** Of larger ones not every pixel is decoded: 16 megapixels of 8 bits a sample. */
    private static final long MAX_DECODED = 64_000_000;

    /** A frame as sums of floats, as it is, and turned upright; and the strip of the photo that is read. */
    private static final long SCALING = (12 + 4 + 4 + 4) << 20;

    /** How a photo meets a frame whose proportions differ a little from its own. */
    public enum Fit {
        /** Stretched by the few percent that are missing: nothing of the photo is lost. */
        SQUASH,
        /** Cut evenly at two opposite edges: nothing is stretched. */
        CROP
    }

    private Photo() {}

    /**
     * The photo at frame size, upright, opaque, TYPE_INT_RGB.
     *
     * @throws Refused {@code PHOTO_TOO_LARGE}, {@code EMPTY_PHOTO}, {@code UNSUPPORTED_TYPE}, {@code UNREADABLE_PHOTO},
     *     {@code PHOTO_TOO_NARROW}, {@code PHOTO_TOO_HEAVY} or {@code PHOTO_TOO_SLOW}, with a sentence that says what to do
     * @throws booth.core.Busy when other photos take the memory there is for opening them
     */
    public static BufferedImage frame(byte[] bytes, Fit fit) {
        return frame(bytes, fit, DecodeMemory.OF_THIS_JVM, new WorkingTime());
    }

    /** @param workingNanos how long the calling thread has worked */
    static BufferedImage frame(byte[] bytes, Fit fit, DecodeMemory memory, LongSupplier workingNanos) {
        if (bytes.length > MAX_BYTES)
            throw new Refused("PHOTO_TOO_LARGE", "The photo has " + bytes.length + " bytes; at most 15 MB are taken.");
        if (bytes.length == 0) throw new Refused("EMPTY_PHOTO", "The photo is empty; send it again.");
        PhotoFile file = PhotoFile.of(bytes);
        if (Math.multiplyFull(file.width(), file.height()) > MAX_PIXELS)
            throw new Refused(
                    "PHOTO_TOO_LARGE",
                    "The photo has " + file.width() + "×" + file.height()
                            + " pixels; at most 50 megapixels are taken.");
        Orientation orientation = Orientation.of(file.exif());
        Frame stored = stored(file, orientation);
        PixelRect part = fit == Fit.CROP
                ? stored.cropOf(file.width(), file.height())
                : new PixelRect(0, 0, file.width(), file.height());
        return memory.during(cost(file, part), () -> {
            PhotoStream in = new PhotoStream(file.pixels(), workingNanos);
            return orientation.apply(decode(file, in, part, stored));
        });
    }

    /** The frame's size before the photo is set upright. */
    private static Frame stored(PhotoFile file, Orientation orientation) {
        if (!orientation.sideways()) return Frame.of(file.width(), file.height());
        Frame upright = Frame.of(file.height(), file.width());
        return new Frame(upright.height(), upright.width());
    }

    /** Bytes that opening the photo takes at most. */
    static long cost(PhotoFile file, PixelRect part) {
        int step = step(file, part);
        long pixels = (long) (part.width() / step + 1) * (part.height() / step + 1);
        return pixels * file.bytesPerPixel() + file.heldBesides() + SCALING;
    }

    /** Every how many-th pixel of every how many-th row is decoded; what that aliases is finer than what a frame shows. */
    private static int step(PhotoFile file, PixelRect part) {
        long decoded = (long) part.width() * part.height() * file.bytesPerPixel();
        int step = 1;
        while (decoded / step / step > MAX_DECODED) step++;
        return step;
    }

    private static BufferedImage decode(PhotoFile file, PhotoStream in, PixelRect part, Frame frame) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(file.format()).next();
        try {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != file.width() || reader.getHeight(0) != file.height())
                throw new IOException("the photo gives two sizes");
            return Resampling.scale(read(reader, part, step(file, part)), frame.width(), frame.height());
        } catch (IOException | RuntimeException e) { // decoders answer nonsense with any exception there is
            if (e.getCause() instanceof OutOfMemoryError)
                throw new Busy("There is no memory to open the photo at the moment", e);
            if (in.endedEarly())
                throw new Refused("PHOTO_TOO_SLOW", "The photo takes too long to open; save it as a baseline JPEG.", e);
            throw PhotoFile.unreadable(e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, PixelRect part, int step) throws IOException {
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
}
