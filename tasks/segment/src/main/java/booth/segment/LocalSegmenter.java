package booth.segment;

import booth.core.LoadingCache;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.vision.Embedding;
import booth.vision.Models;
import booth.vision.Sam2;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * SAM 2 in this very process. Looking at a frame takes seconds and outlining a face on it a tenth of one, so the faces
 * of a frame share one look: in memory, or as it lies beside the frame.
 */
final class LocalSegmenter implements Segmenter {
    private static final int FRAMES = 4; // 16 MB each

    private final Sam2 sam;
    private final Function<BufferedImage, Embedding> look;
    private final LoadingCache<String, Embedding> embeddings = new LoadingCache<>(FRAMES);

    LocalSegmenter(Sam2 sam) {
        this(sam, sam::encode);
    }

    /** @param look how {@code sam} looks at a frame */
    LocalSegmenter(Sam2 sam, Function<BufferedImage, Embedding> look) {
        this.sam = sam;
        this.look = look;
    }

    /**
     * The models are loaded here, when the function is set up: no guest waits for that, and SnapStart keeps them in its
     * snapshot.
     *
     * @param folder of the models; where none is named those of the Lambda layer, or of a checkout above, are taken
     */
    static LocalSegmenter open(Optional<String> folder) {
        Sam2 sam = new Sam2(Models.installed(folder));
        sam.load();
        return new LocalSegmenter(sam);
    }

    @Override
    public Mask segment(StoredFrame frame, Box box) {
        String version = frame.version();
        Supplier<Embedding> elsewhere =
                () -> new StoredEmbedding(frame, version).find().orElseGet(() -> look(frame, version));
        return sam.segment(embeddings.get(frame.key() + " " + version, elsewhere), box);
    }

    /** What it sees lies beside the frame afterwards, for sandboxes that have not looked. */
    @Override
    public Optional<String> encode(StoredFrame frame) {
        String version = frame.version();
        Embedding seen = embeddings.get(frame.key() + " " + version, () -> look(frame, version));
        new StoredEmbedding(frame, version).write(seen);
        return Optional.of(frame.embeddingKey());
    }

    private Embedding look(StoredFrame frame, String version) {
        return look.apply(ImageBytes.rgb(ImageBytes.decode(frame.key(), frame.bytes(version))));
    }
}
