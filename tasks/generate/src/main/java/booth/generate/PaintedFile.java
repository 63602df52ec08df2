package booth.generate;

import booth.core.image.ImageBytes;
import booth.core.image.PictureFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * What a model painted of a text, as it is stored: of exactly the size that was wanted, and marked as a machine's work
 * from edge to edge. A model knows certain proportions only, so its picture is scaled until it covers what was wanted,
 * and as much is cut off at either side.
 */
final class PaintedFile {
    private static final String PNG_FORMAT = "javax_imageio_png_1.0";

    private PaintedFile() {}

    /**
     * @param painted an encoded picture of any size
     * @throws IllegalArgumentException when it is no picture
     */
    static byte[] of(byte[] painted, TextOrder order) {
        BufferedImage picture =
                cover(ImageBytes.decode("The image model's picture", painted), order.width(), order.height());
        return GardenKeys.isPng(order.key()) ? png(picture) : PictureFile.encode(picture, PictureFile.Source.MADE);
    }

    private static BufferedImage cover(BufferedImage picture, int width, int height) {
        double scale = Math.max((double) width / picture.getWidth(), (double) height / picture.getHeight());
        int wide = (int) Math.max(width, Math.round(picture.getWidth() * scale));
        int tall = (int) Math.max(height, Math.round(picture.getHeight() * scale));
        BufferedImage covered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = covered.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(picture, (width - wide) / 2, (height - tall) / 2, wide, tall, Color.WHITE, null);
        canvas.dispose();
        return covered;
    }

    private static byte[] png(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), settings);
            metadata.mergeTree(PNG_FORMAT, mark());
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, metadata), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** XMP in a PNG is a text of this name. */
    private static IIOMetadataNode mark() {
        IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", "XML:com.adobe.xmp");
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", PictureFile.xmp(PictureFile.Source.MADE));
        IIOMetadataNode texts = new IIOMetadataNode("iTXt");
        texts.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode(PNG_FORMAT);
        root.appendChild(texts);
        return root;
    }
}
