package booth.core.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNGs chunk by chunk, as no program writes them. */
final class TestPngs {
    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int RGBA = 6;

    private static final byte[] SIGNATURE = "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1);

    private TestPngs() {}

    record Header(int width, int height, int bits, int colourType, boolean interlaced) {
        private byte[] content() {
            return TestPhotos.bytes(out -> {
                out.writeInt(width);
                out.writeInt(height);
                out.write(new byte[] {(byte) bits, (byte) colourType, 0, 0, (byte) (interlaced ? 1 : 0)});
            });
        }
    }

    static byte[] png(Header header, byte[]... chunks) {
        return TestPhotos.bytes(out -> {
            out.write(SIGNATURE);
            out.write(chunk("IHDR", header.content()));
            for (byte[] chunk : chunks) out.write(chunk);
        });
    }

    /** As many zeros as pixels as are asked for, and the end. */
    static byte[] black(Header header, int zeros) {
        return png(header, chunk("IDAT", deflated(zeros)), chunk("IEND", new byte[0]));
    }

    /** 64×64 black pixels, with a further chunk before and one behind them. */
    static byte[] black(int colourType, byte[] before, byte[] behind) {
        byte[] palette = colourType == PALETTE ? chunk("PLTE", new byte[3]) : new byte[0];
        int row = 1 + 64 * (colourType == RGB ? 3 : 1);
        return png(
                new Header(64, 64, 8, colourType, false),
                palette,
                before,
                chunk("IDAT", deflated(64 * row)),
                behind,
                chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] summed = TestPhotos.bytes(out -> {
            out.writeBytes(type);
            out.write(content);
        });
        CRC32 sum = new CRC32();
        sum.update(summed);
        return TestPhotos.bytes(out -> {
            out.writeInt(content.length);
            out.write(summed);
            out.writeInt((int) sum.getValue());
        });
    }

    /** A chunk of the given type whose text or profile inflates to so many bytes. */
    static byte[] bomb(String type, int size) {
        String beginning = type.equals("iTXt") ? "bomb\0\1\0\0\0" : "bomb\0\0";
        return chunk(type, TestPhotos.bytes(out -> {
            out.writeBytes(beginning);
            out.write(deflated(size));
        }));
    }

    static byte[] deflated(int zeros) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        byte[] out = new byte[1 << 16];
        for (int left = zeros; left > 0; left -= some.length) {
            deflater.setInput(Arrays.copyOf(some, Math.min(left, some.length)));
            for (int n = deflater.deflate(out); n > 0; n = deflater.deflate(out)) bytes.write(out, 0, n);
        }
        deflater.finish();
        for (int n = deflater.deflate(out); n > 0; n = deflater.deflate(out)) bytes.write(out, 0, n);
        deflater.end();
        return bytes.toByteArray();
    }
}
