package booth.core.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A PNG: signature, then chunks of length, type, content and checksum. Decoders get only the chunks that pixels are made
 * of; ImageIO reads all others too where there is a palette.
 *
 * @param decoded bytes of the file without those others
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares files
record PngFile(int width, int height, int bytesPerPixel, byte[] exif, int decoded, byte[] bytes) implements PhotoFile {
    /** Interlaced pictures are set pixel by pixel, and cannot be thinned out cheaply: 16 megapixels of 8 bits a sample. */
    static final long MAX_INTERLACED = 64_000_000;

    private static final int SIGNATURE = 8;
    private static final int CONTENT = 8;
    private static final int AROUND_CONTENT = 12;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504c5445;
    private static final int TRNS = 0x74524e53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;
    private static final int EXIF = 0x65584966;

    static PngFile of(byte[] bytes) {
        try {
            ByteBuffer header = ByteBuffer.wrap(bytes, SIGNATURE + 8, bytes.length - SIGNATURE - 8);
            int width = header.getInt();
            int height = header.getInt();
            int bytesPerPixel = header.get() == 16 ? 8 : 4;
            boolean interlaced = header.get(header.position() + 3) != 0;
            long whole = Math.multiplyFull(width, height) * bytesPerPixel;
            if (interlaced && whole > MAX_INTERLACED)
                throw PhotoFile.tooHeavy("This PNG is interlaced", whole, "save it as a JPEG");
            Chunks chunks = new Chunks(bytes);
            return new PngFile(width, height, bytesPerPixel, chunks.exif, chunks.decoded, bytes);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw PhotoFile.unreadable(e);
        }
    }

    @Override
    public byte[] pixels() {
        if (decoded == bytes.length) return bytes;
        return new Chunks(bytes).copyOfDecoded();
    }

    @Override
    public String format() {
        return "png";
    }

    @Override
    public long heldBesides() {
        return decoded;
    }

    /** What a walk over all chunks finds; one that the end of the file cuts short counts as far as it goes. */
    private static final class Chunks {
        private final ByteBuffer file;
        private int decoded = SIGNATURE;
        private byte[] exif = {};

        Chunks(byte[] bytes) {
            file = ByteBuffer.wrap(bytes);
            walk(this::see);
        }

        private interface Visitor {
            void chunk(int type, int start, int end);
        }

        private void walk(Visitor visitor) {
            long start = SIGNATURE;
            while (start + CONTENT <= file.limit()) {
                int length = file.getInt((int) start);
                int type = file.getInt((int) start + 4);
                if (length < 0) return;
                long end = start + length + AROUND_CONTENT;
                visitor.chunk(type, (int) start, (int) Math.min(end, file.limit()));
                if (type == IEND) return;
                start = end;
            }
        }

        private void see(int type, int start, int end) {
            if (isDecoded(type)) decoded += end - start;
            if (type == EXIF && end - start <= MAX_EXIF) exif = Arrays.copyOfRange(file.array(), start + CONTENT, end);
        }

        byte[] copyOfDecoded() {
            ByteBuffer copy = ByteBuffer.allocate(decoded).put(file.array(), 0, SIGNATURE);
            walk((type, start, end) -> {
                if (isDecoded(type)) copy.put(file.array(), start, end - start);
            });
            return copy.array();
        }

        private static boolean isDecoded(int type) {
            return type == IHDR || type == PLTE || type == TRNS || type == IDAT || type == IEND;
        }
    }
}
