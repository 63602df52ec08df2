package booth.core.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Images of frame size as bytes and back. Guests' own photos come in through {@link Photo}, which expects the worst;
 * what passes here was written by the pipeline or by a model.
 */
public final class ImageBytes {
    static {
        ImageIO.setUseCache(false); // bytes in memory are streamed already; a temporary file would only add a disk
    }

    private ImageBytes() {}

    /** @throws IllegalArgumentException naming {@code name} when the bytes are no picture */
    public static BufferedImage decode(String name, byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null)
                throw new IllegalArgumentException(name + " is not a picture (" + bytes.length + " bytes)");
            return image;
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is damaged: " + e.getMessage(), e);
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
