package booth.mergemask;

import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.image.Box;
import booth.core.image.Frame;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.PixelRect;
import booth.core.job.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Unites the masks of faces and the glasses on them into the one mask the image models are given: black is kept, white
 * is painted anew.
 */
final class MergeMask implements Function<MergeMask.Input, MergeMask.Output> {
    /**
     * @param frame the picture all masks were made from
     * @param masks keys of the masks, one a face
     * @param glasses kept as whole rectangles, because an outline of a face may leave the lenses out
     * @param box of the face, where it is only one: of glasses only those that touch it are kept
     * @param mask key to write
     */
    record Input(FrameImage frame, List<String> masks, List<PixelRect> glasses, Optional<Box> box, String mask) {
        Input {
            masks = List.copyOf(masks);
            glasses = List.copyOf(glasses);
            if (masks.isEmpty())
                throw new Refused("NO_FACE", "No face was found; step closer, face the camera and try again.");
        }
    }

    record FrameImage(String key, int width, int height) {
        Frame size() {
            return new Frame(width, height);
        }
    }

    /** @param kept share of the frame that is kept, 0 to 1 */
    record Output(String mask, double kept) {}

    private final ObjectStore store;

    MergeMask(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Output apply(Input input) {
        Frame frame = input.frame().size();
        Mask union = new Mask(frame.width(), frame.height());
        for (Mask face : Concurrently.each(input.masks(), key -> read(key, frame))) union.or(face);
        for (PixelRect lenses : input.glasses())
            if (input.box().map(face -> face.touches(lenses.toBox())).orElse(true)) union.keep(lenses);
        store.write(input.mask(), ImageBytes.png(union.toImage()));
        return new Output(input.mask(), (double) union.keptPixels() / (frame.width() * frame.height()));
    }

    private Mask read(String key, Frame frame) {
        Mask mask = Mask.ofImage(ImageBytes.decode(key, store.read(key)));
        if (mask.width() != frame.width() || mask.height() != frame.height())
            throw new IllegalArgumentException(key + " is " + mask.width() + "×" + mask.height() + ", but the frame is "
                    + frame.width() + "×" + frame.height() + "; it was made from another frame.");
        return mask;
    }
}
