package booth.core.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Photos as cameras, phones and pranksters make them. */
final class TestPhotos {
    private static final int SOI_LENGTH = 2;

    private TestPhotos() {}

    /** @param rgb colour at (x, y) */
    static BufferedImage paint(int width, int height, IntBinaryOperator rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) image.setRGB(x, y, rgb.applyAsInt(x, y));
        return image;
    }

    static byte[] jpeg(int width, int height, IntBinaryOperator rgb) {
        return ImageBytes.jpeg(paint(width, height, rgb), 1);
    }

    /** The JPEG with an EXIF segment that says nothing but how the camera was held. */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        return withSegment(jpeg, 0xe1, bytes(out -> {
            out.writeBytes("Exif\0\0");
            out.write(exif(orientation));
        }));
    }

    /** An EXIF block that says nothing but how the camera was held. */
    static byte[] exif(int orientation) {
        return bytes(out -> {
            out.writeBytes("MM\0*"); // big-endian TIFF
            out.writeInt(8); // where the directory begins
            out.writeShort(1); // one entry
            out.writeShort(0x0112);
            out.writeShort(3); // a short
            out.writeInt(1);
            out.writeShort(orientation);
            out.writeShort(0);
            out.writeInt(0); // no further directory
        });
    }

    /** The JPEG with its pixels declared to be in another colour space. */
    static byte[] withColourProfile(byte[] jpeg, byte[] iccProfile) {
        return withSegment(jpeg, 0xe2, bytes(out -> {
            out.writeBytes("ICC_PROFILE\0");
            out.writeByte(1); // part 1
            out.writeByte(1); // of 1
            out.write(iccProfile);
        }));
    }

    /** The same photo in several scans, each of which adds detail. */
    static byte[] progressive(byte[] photo) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(ImageBytes.decode("photo", photo), null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The progressive JPEG, its last scan so many times more. */
    static byte[] withLastScan(byte[] jpeg, int times) {
        int end = jpeg.length - 2;
        int scan = end - 1;
        while (jpeg[scan] != (byte) 0xff || jpeg[scan + 1] != (byte) 0xda) scan--;
        int from = scan;
        return bytes(out -> {
            out.write(jpeg, 0, end);
            for (int i = 0; i < times; i++) out.write(jpeg, from, end - from);
            out.write(jpeg, end, 2);
        });
    }

    /** The JPEG, which now says that it is larger. */
    static byte[] resized(byte[] jpeg, int width, int height) {
        byte[] resized = jpeg.clone();
        ByteBuffer.wrap(resized).putShort(frameOf(jpeg) + 5, (short) height).putShort(frameOf(jpeg) + 7, (short) width);
        return resized;
    }

    /** The JPEG, which now says that its colours have all the resolution of its brightness. */
    static byte[] ofFullColour(byte[] jpeg) {
        byte[] full = jpeg.clone();
        full[frameOf(jpeg) + 11] = 0x11;
        return full;
    }

    private static int frameOf(byte[] jpeg) {
        for (int i = 2; i < jpeg.length; i++)
            if (jpeg[i - 1] == (byte) 0xff && (jpeg[i] == (byte) 0xc0 || jpeg[i] == (byte) 0xc2)) return i - 1;
        throw new IllegalStateException("no start of frame");
    }

    /** A PNG that ends after claiming how large it is. */
    static byte[] pngHeader(int width, int height) {
        return bytes(out -> {
            out.writeBytes("\u0089PNG\r\n\u001a\n");
            byte[] header = bytes(chunk -> {
                chunk.writeBytes("IHDR");
                chunk.writeInt(width);
                chunk.writeInt(height);
                chunk.write(new byte[] {8, 2, 0, 0, 0});
            });
            CRC32 sum = new CRC32();
            sum.update(header);
            out.writeInt(header.length - 4);
            out.write(header);
            out.writeInt((int) sum.getValue());
        });
    }

    static byte[] heic() {
        return "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1);
    }

    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return bytes(out -> {
            out.write(jpeg, 0, SOI_LENGTH);
            out.writeByte(0xff);
            out.writeByte(marker);
            out.writeShort(content.length + 2);
            out.write(content);
            out.write(Arrays.copyOfRange(jpeg, SOI_LENGTH, jpeg.length));
        });
    }

    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
