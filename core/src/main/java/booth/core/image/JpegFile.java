package booth.core.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * A JPEG: segments of marker, length and content up to the first scan.
 *
 * @param coefficients bytes that the decoder holds of a file whose colours do not come in one scan: all of its
 *     coefficients, two bytes each, outside Java's heap
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares files
record JpegFile(int width, int height, long coefficients, byte[] exif, byte[] pixels) implements PhotoFile {
    /** 48 megapixels take 144 MB with colours at half their resolution, as cameras have them, and 288 MB with all of it. */
    static final long MAX_COEFFICIENTS = 200_000_000;

    private static final int SOF0 = 0xc0;
    private static final int SOF15 = 0xcf;
    private static final int DHT = 0xc4;
    private static final int JPG = 0xc8;
    private static final int DAC = 0xcc;
    private static final int SOF2 = 0xc2;
    private static final int SOS = 0xda;
    private static final int APP1 = 0xe1;
    private static final int TEM = 0x01;
    private static final int RST0 = 0xd0;
    private static final int EOI = 0xd9;
    private static final String EXIF = "Exif\0\0";

    static JpegFile of(byte[] bytes) {
        try {
            return new Walk(bytes).file();
        } catch (IndexOutOfBoundsException e) {
            throw PhotoFile.unreadable(e);
        }
    }

    @Override
    public String format() {
        return "jpeg";
    }

    @Override
    public int bytesPerPixel() {
        return 4;
    }

    @Override
    public long heldBesides() {
        return coefficients;
    }

    /** Goes from segment to segment as libjpeg does, so that both find the same frame. */
    private static final class Walk {
        private final byte[] bytes;
        private int at;
        private int frame;
        private boolean progressive;
        private byte[] exif = {};

        Walk(byte[] bytes) {
            this.bytes = bytes;
        }

        JpegFile file() {
            int marker = nextMarker();
            while (marker != SOS) {
                boolean alone = marker == TEM || marker >= RST0 && marker <= EOI;
                if (!alone) segment(marker);
                marker = nextMarker();
            }
            if (frame == 0) throw new IndexOutOfBoundsException("no frame before the first scan");
            boolean inScans = progressive || u8(at + 2) < u8(frame + 7);
            long coefficients = inScans ? coefficients() : 0;
            if (coefficients > MAX_COEFFICIENTS)
                throw PhotoFile.tooHeavy(
                        "This JPEG is progressive", coefficients, "save it as a baseline JPEG, or smaller");
            return new JpegFile(u16(frame + 5), u16(frame + 3), coefficients, exif, bytes);
        }

        private void segment(int marker) {
            if (startsFrame(marker) && frame == 0) {
                frame = at;
                progressive = marker == SOF2;
            }
            int length = u16(at);
            if (marker == APP1 && exif.length == 0 && saysExif(length))
                exif = Arrays.copyOfRange(bytes, at + 2 + EXIF.length(), at + length);
            at += Math.max(2, length);
        }

        private static boolean startsFrame(int marker) {
            return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
        }

        private boolean saysExif(int length) {
            return length >= 2 + EXIF.length()
                    && at + length <= bytes.length
                    && new String(bytes, at + 2, EXIF.length(), ISO_8859_1).equals(EXIF);
        }

        /** Steps behind the next marker: whatever follows bytes of 0xff, but for 0. */
        private int nextMarker() {
            while (true) {
                while (u8(at) != 0xff) at++;
                while (u8(at) == 0xff) at++;
                int marker = u8(at++);
                if (marker != 0) return marker;
            }
        }

        private long coefficients() {
            int components = u8(frame + 7);
            int across = 1;
            int down = 1;
            long blocks = 0;
            for (int i = 0; i < components; i++) {
                int sampling = u8(frame + 9 + 3 * i);
                across = Math.max(across, sampling >> 4);
                down = Math.max(down, sampling & 0xf);
                blocks += (long) (sampling >> 4) * (sampling & 0xf);
            }
            long columns = (u16(frame + 5) + 8L * across - 1) / (8L * across);
            long rows = (u16(frame + 3) + 8L * down - 1) / (8L * down);
            return columns * rows * blocks * 64 * 2;
        }

        private int u16(int index) {
            return u8(index) << 8 | u8(index + 1);
        }

        private int u8(int index) {
            return bytes[index] & 0xff;
        }
    }
}
