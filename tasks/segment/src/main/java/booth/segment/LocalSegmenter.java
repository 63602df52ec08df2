package booth.segment;

import booth.core.Busy;
import booth.core.LoadingCache;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.job.ObjectStore;
import booth.vision.Embedding;
import booth.vision.Models;
import booth.vision.Sam2;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * SAM 2 in this very process. Looking at a frame takes seconds and outlining a face on it a tenth of one, so the faces
 * of a frame share one look.
 */
final class LocalSegmenter implements Segmenter {
    private static final Path LAYER = Path.of("/opt/models");
    private static final int FRAMES = 4; // 16 MB each

    private final Sam2 sam;
    private final LoadingCache<String, Embedding> embeddings = new LoadingCache<>(FRAMES);

    LocalSegmenter(Sam2 sam) {
        this.sam = sam;
    }

    /**
     * The models are loaded here, when the function is set up: no guest waits for that, and SnapStart keeps them in its
     * snapshot.
     *
     * @param folder of the models; where none is named those of the Lambda layer, or of a checkout above, are taken
     */
    static LocalSegmenter open(Optional<String> folder) {
        Sam2 sam = new Sam2(folder.map(Path::of).map(Models::in).orElseGet(LocalSegmenter::installed));
        sam.load();
        return new LocalSegmenter(sam);
    }

    private static Models installed() {
        return Files.isDirectory(LAYER) ? Models.in(LAYER) : Models.find(Map.of());
    }

    @Override
    public Mask segment(StoredFrame frame, Box box) {
        return sam.segment(embedding(frame), box);
    }

    private Embedding embedding(StoredFrame frame) {
        String version = frame.store()
                .head(frame.key())
                .map(ObjectStore.Head::version)
                .orElseThrow(() -> new IllegalStateException("There is no frame " + frame.key() + "."));
        return embeddings.get(frame.key() + " " + version, () -> sam.encode(read(frame, version)));
    }

    private static BufferedImage read(StoredFrame frame, String version) {
        ObjectStore.Stored stored = frame.store()
                .find(frame.key())
                .filter(found -> found.version().equals(version))
                .orElseThrow(() ->
                        new Busy(frame.key() + " changed while it was being read", new IllegalStateException(version)));
        return ImageBytes.rgb(ImageBytes.decode(frame.key(), stored.bytes()));
    }
}
