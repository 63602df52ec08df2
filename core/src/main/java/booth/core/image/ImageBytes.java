package booth.core.image;

import booth.core.Busy;
import booth.core.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Images of frame size as bytes and back, as the pipeline and models write them. Guests' own photos come in through {@link
 * Photo}, which also brings them to that size.
 */
public final class ImageBytes {
    /** Sixteen times a frame of 1024×1024: no model paints more. */
    static final long MAX_PIXELS = 1 << 24;

    static {
        ImageIO.setUseCache(false); // bytes in memory are streamed already; a temporary file would only add a disk
    }

    private ImageBytes() {}

    /**
     * As with a guest's photo, what decoding takes is read from the file's header and set aside, nothing but pixels is
     * inflated, and a decode that does not end is ended: models are other people's programs.
     *
     * @throws IllegalArgumentException naming {@code name} when the bytes are no picture, or none of such a size
     * @throws Busy when others take the memory there is for opening pictures
     */
    public static BufferedImage decode(String name, byte[] bytes) {
        return decode(name, bytes, DecodeMemory.OF_THIS_JVM, new WorkingTime());
    }

    /** @param workingNanos how long the calling thread has worked */
    static BufferedImage decode(String name, byte[] bytes, DecodeMemory memory, LongSupplier workingNanos) {
        PhotoFile file = header(name, bytes);
        long pixels = Math.multiplyFull(file.width(), file.height());
        if (pixels > MAX_PIXELS || pixels <= 0)
            throw new IllegalArgumentException(
                    name + " has " + file.width() + "×" + file.height() + " pixels, which is no size of ours");
        return memory.during(
                pixels * file.bytesPerPixel() + file.heldBesides(),
                () -> pixels(name, file, new PhotoStream(file.pixels(), workingNanos)));
    }

    private static PhotoFile header(String name, byte[] bytes) {
        try {
            return PhotoFile.of(bytes);
        } catch (Refused e) {
            throw new IllegalArgumentException(
                    name + " is not a picture (" + bytes.length + " bytes): " + e.sentence(), e);
        }
    }

    private static BufferedImage pixels(String name, PhotoFile file, PhotoStream in) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(file.format()).next();
        try {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != file.width() || reader.getHeight(0) != file.height())
                throw new IOException("it gives two sizes");
            return reader.read(0);
        } catch (IOException | RuntimeException e) { // decoders answer nonsense with any exception there is
            if (e.getCause() instanceof OutOfMemoryError)
                throw new Busy("There is no memory to open " + name + " at the moment", e);
            String why = in.endedEarly() ? "takes too long to open" : "is damaged: " + e.getMessage();
            throw new IllegalArgumentException(name + " " + why, e);
        } finally {
            reader.dispose();
        }
    }

    /** The picture as 24-bit RGB in an int array; transparency falls on white. Returns the same image where it already is. */
    public static BufferedImage rgb(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) return image;
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = rgb.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return rgb;
    }

    public static byte[] png(BufferedImage image) {
        return encode(image, "png", 0.3f); // PNG's quality is its speed: 0.3 costs 5 % size and saves half the time
    }

    /** @param quality 0 to 1 */
    public static byte[] jpeg(BufferedImage image, float quality) {
        return encode(image, "jpeg", quality);
    }

    private static byte[] encode(BufferedImage image, String format, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
