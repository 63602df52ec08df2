package booth.segment;

import java.nio.ByteBuffer;

/** Width and height as the first bytes of a PNG tell them, without decoding it. */
record PngSize(int width, int height) {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int IHDR_END = 24;

    static PngSize of(String name, byte[] png) {
        ByteBuffer header = ByteBuffer.wrap(png);
        if (png.length < IHDR_END || header.getLong(0) != SIGNATURE)
            throw new IllegalArgumentException(name + " is not a PNG.");
        return new PngSize(header.getInt(16), header.getInt(20));
    }
}
