package booth.segment;

import booth.core.image.Box;
import booth.core.image.ImageBytes;
import booth.core.job.ObjectStore;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the mask of one face and stores it as a PNG: black where the face is, white elsewhere. Without a face it looks at
 * the frame, for the sake of all who then ask for theirs.
 */
final class Segment implements Function<Segment.Input, Segment.Output> {
    /**
     * @param frame key of the frame
     * @param box the face, in pixels of the frame
     * @param mask key to write
     */
    record Input(String frame, Optional<Box> box, Optional<String> mask) {
        Input {
            if (box.isPresent() != mask.isPresent())
                throw new IllegalArgumentException("A face has a box and a mask to write; without one, neither.");
        }
    }

    /**
     * Keys of what was written.
     *
     * @param mask where a face was asked for
     * @param embedding where none was, and what was seen is kept
     */
    record Output(Optional<String> mask, Optional<String> embedding) {}

    private final ObjectStore store;
    private final Segmenter segmenter;

    Segment(ObjectStore store, Segmenter segmenter) {
        this.store = store;
        this.segmenter = segmenter;
    }

    @Override
    public Output apply(Input input) {
        StoredFrame frame = new StoredFrame(store, input.frame());
        if (input.box().isEmpty()) return new Output(Optional.empty(), segmenter.encode(frame));
        outline(frame, input.box().get(), input.mask().orElseThrow());
        return new Output(input.mask(), Optional.empty());
    }

    private void outline(StoredFrame frame, Box box, String mask) {
        store.write(mask, ImageBytes.png(segmenter.segment(frame, box).toImage()));
    }
}
