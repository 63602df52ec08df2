package booth.local.ai;

import booth.core.LoadingCache;
import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.vision.Embedding;

/** SAM 2, with what it saw remembered: five faces of one photo cost one look. */
final class SamSegmenter implements Segmenter {
    private static final int PHOTOS_REMEMBERED = 4; // 16 MB each
    private final VisionModels models;
    private final LoadingCache<Digest, Embedding> seen = new LoadingCache<>(PHOTOS_REMEMBERED);

    SamSegmenter(VisionModels models) {
        this.models = models;
    }

    @Override
    public Mask segment(byte[] image, Box box) {
        Embedding embedding = seen.get(
                Digest.of(image), () -> models.sam().encode(ImageBytes.rgb(ImageBytes.decode("encode_image", image))));
        return models.sam().segment(embedding, box);
    }
}
