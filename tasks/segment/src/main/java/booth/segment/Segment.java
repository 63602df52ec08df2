package booth.segment;

import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.job.ObjectStore;
import java.util.function.Function;

/** Makes the mask of one face and stores it as a PNG: black where the face is, white elsewhere. */
final class Segment implements Function<Segment.Input, Segment.Output> {
    /**
     * @param frame key of the frame
     * @param box the face, in pixels of the frame
     * @param mask key to write
     */
    record Input(String frame, Box box, String mask) {}

    record Output(String mask) {}

    private final ObjectStore store;
    private final Segmenter segmenter;

    Segment(ObjectStore store, Segmenter segmenter) {
        this.store = store;
        this.segmenter = segmenter;
    }

    @Override
    public Output apply(Input input) {
        StoredFrame frame = new StoredFrame(store, input.frame());
        store.write(
                input.mask(),
                ImageBytes.png(segmenter.segment(frame, input.box()).toImage()));
        return new Output(input.mask());
    }
}
