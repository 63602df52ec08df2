package booth.core.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.NodeList;

/**
 * The JPEG a guest takes home: little loss and full colour resolution (4:4:4), so that faces stay true, and a mark in
 * its XMP metadata of what was done to the photo, as Article 50 of the EU's AI Act asks of synthetic pictures.
 */
public final class PictureFile {
    private static final float QUALITY = 0.95f;
    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";
    private static final String APP1 = "225";
    private static final String NAMESPACE = "http://ns.adobe.com/xap/1.0/\0"; // with which XMP begins in a JPEG

    /** What became of the photo, in a word of the IPTC's vocabulary; an identifier, not an address. */
    public enum Source {
        /** A trained model painted part of it. */
        PAINTED("compositeWithTrainedAlgorithmicMedia"),

        /** It is a photo that an algorithm has altered; nothing was added. */
        ALTERED("algorithmicallyEnhanced"),

        /** A drawing was laid over it that no model made. */
        DRAWN_ON("composite"),

        /** There was no photo: a trained model made all of it. */
        MADE("trainedAlgorithmicMedia");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        String identifier() {
            return "http://cv.iptc.org/newscodes/digitalsourcetype/" + word;
        }
    }

    private static final String XMP = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about=""
                    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
                    Iptc4xmpExt:DigitalSourceType="%s"/>
              </rdf:RDF>
            </x:xmpmeta>
            """;

    private PictureFile() {}

    /** @param image TYPE_INT_RGB */
    public static byte[] encode(BufferedImage image, Source source) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata(writer, settings, image, source)), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The mark by itself, for other formats. */
    public static String xmp(Source source) {
        return XMP.formatted(source.identifier());
    }

    private static IIOMetadata metadata(
            ImageWriter writer, ImageWriteParam settings, BufferedImage image, Source source) throws IOException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), settings);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            IIOMetadataNode component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        IIOMetadataNode mark = new IIOMetadataNode("unknown");
        mark.setAttribute("MarkerTag", APP1);
        mark.setUserObject((NAMESPACE + xmp(source)).getBytes(StandardCharsets.UTF_8));
        root.getElementsByTagName("markerSequence").item(0).appendChild(mark);
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }
}
