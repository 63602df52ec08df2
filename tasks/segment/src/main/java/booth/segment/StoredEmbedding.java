package booth.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.job.ObjectStore;
import booth.vision.Embedding;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What SAM saw in a frame, beside that frame: the version of the frame, its length before it, then the embedding. The
 * faces of a photo are outlined in whichever sandboxes are free, and only one of them has looked.
 */
record StoredEmbedding(StoredFrame frame, String version) {
    private static final int LONGEST = 16 << 20;

    /** Empty where nobody has looked yet, or at another version, or what lies there is damaged. */
    Optional<Embedding> find() {
        try {
            return frame.store()
                    .find(frame.embeddingKey(), LONGEST)
                    .map(ObjectStore.Stored::bytes)
                    .flatMap(this::read);
        } catch (ObjectStore.TooLarge e) {
            return Optional.empty();
        }
    }

    private Optional<Embedding> read(byte[] stored) {
        byte[] mark = mark();
        if (stored.length < mark.length
                || !ByteBuffer.wrap(stored, 0, mark.length).equals(ByteBuffer.wrap(mark))) return Optional.empty();
        try {
            return Optional.of(Embedding.ofBytes(ByteBuffer.wrap(stored, mark.length, stored.length - mark.length)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // looked at anew
        }
    }

    /** @throws IllegalStateException when the frame is gone: nothing of an erased guest is written */
    void write(Embedding embedding) {
        byte[] mark = mark();
        byte[] seen = embedding.toBytes();
        ByteBuffer all =
                ByteBuffer.allocate(mark.length + seen.length).put(mark).put(seen);
        if (!frame.version().equals(version))
            throw new IllegalStateException(frame.key() + " was made anew while SAM looked at it.");
        frame.store().write(frame.embeddingKey(), all.array());
    }

    private byte[] mark() {
        byte[] name = version.getBytes(UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + name.length)
                .putInt(name.length)
                .put(name)
                .array();
    }
}
