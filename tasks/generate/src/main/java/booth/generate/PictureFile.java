package booth.generate;

import booth.core.Primed;
import booth.core.image.Mask;
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
 * its XMP metadata that a machine painted part of it, as Article 50 of the EU's AI Act asks of synthetic pictures.
 */
final class PictureFile {
    private static final float QUALITY = 0.95f;
    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";
    private static final String APP1 = "225";
    private static final String NAMESPACE = "http://ns.adobe.com/xap/1.0/\0"; // with which XMP begins in a JPEG

    /** The word of the IPTC's vocabulary for a photo that a trained model added to; an identifier, not an address. */
    static final String SOURCE_TYPE =
            "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

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

    /** Composes and writes a small picture. */
    static final class Prime implements Primed {
        private static final int SIDE = 64;

        @Override
        public void prime() {
            BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            Mask mask = new Mask(SIDE, SIDE);
            mask.keep(SIDE / 2, SIDE / 2);
            encode(Composite.of(picture, mask, picture));
        }
    }

    /** @param image TYPE_INT_RGB */
    static byte[] encode(BufferedImage image) {
        return encode(image, SOURCE_TYPE);
    }

    /** @param sourceType the IPTC's word for how it came about */
    static byte[] encode(BufferedImage image, String sourceType) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata(writer, settings, image, sourceType)), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static String xmp(String sourceType) {
        return XMP.formatted(sourceType);
    }

    private static IIOMetadata metadata(
            ImageWriter writer, ImageWriteParam settings, BufferedImage image, String sourceType) throws IOException {
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
        mark.setUserObject((NAMESPACE + xmp(sourceType)).getBytes(StandardCharsets.UTF_8));
        root.getElementsByTagName("markerSequence").item(0).appendChild(mark);
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }
}
