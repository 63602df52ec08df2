package booth.core.image;

import java.io.IOException;
import java.util.function.LongSupplier;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A photo's bytes as a decoder reads them. They end when it has worked on them for too long, which ends it whatever it
 * is doing: aborting a reader of JPEGs works from its own thread only, and listening to its progress makes it paint a
 * progressive one once for each scan.
 */
final class PhotoStream extends ImageInputStreamImpl {
    /** 50 megapixels take less than two seconds. */
    private static final long ALLOWED_NANOS = 10_000_000_000L;

    /** Also read at a time: a progressive JPEG can have five scans of all its pixels in so many bytes. */
    private static final int LOOK_EVERY = 512;

    private final byte[] bytes;
    private final LongSupplier workingNanos;
    private final long start;
    private long lookedAt;
    private boolean endedEarly;

    PhotoStream(byte[] bytes, LongSupplier workingNanos) {
        this.bytes = bytes;
        this.workingNanos = workingNanos;
        start = workingNanos.getAsLong();
    }

    /** Whether the decoder had its time and was not done. */
    boolean endedEarly() {
        return endedEarly;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        checkClosed();
        look();
        bitOffset = 0;
        if (streamPos >= bytes.length) return -1;
        int count = (int) Math.min(Math.min(length, LOOK_EVERY), bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, to, offset, count);
        streamPos += count;
        return count;
    }

    private void look() throws IOException {
        if (Math.abs(streamPos - lookedAt) < LOOK_EVERY) return;
        lookedAt = streamPos;
        endedEarly |= workingNanos.getAsLong() - start > ALLOWED_NANOS;
        if (endedEarly) throw new IOException("Decoding takes too long");
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
