package booth.generate;

import booth.core.ImageBytes;
import booth.core.JobFolder;
import booth.core.Mask;
import booth.core.Refused;
import java.awt.image.BufferedImage;
import java.util.function.Function;

/**
 * Makes one picture. A picture that is there already is an answer: nobody pays a model twice for the same one, however
 * often the order is delivered.
 */
final class Generate implements Function<PictureOrder, Generate.Result> {
    /** What the waiting branch is told. */
    record Result(int index, String status, String key) {}

    private final JobFolder folder;
    private final ImageModel model;
    private final Prompts prompts;
    private final int seed;

    /** @param prompts for jobs that bring none */
    Generate(JobFolder folder, ImageModel model, Prompts prompts, int seed) {
        this.folder = folder;
        this.model = model;
        this.prompts = prompts;
        this.seed = seed;
    }

    /** @throws Refused {@code MODEL_REFUSED} */
    @Override
    public Result apply(PictureOrder order) {
        if (!folder.exists(order.picture())) folder.create(order.picture(), paint(order));
        return new Result(order.index(), "succeeded", order.picture());
    }

    private byte[] paint(PictureOrder order) {
        byte[] frame = folder.read(order.frame());
        byte[] mask = folder.read(order.mask());
        String prompt = order.prompt().orElseGet(() -> prompts.of(order.index()));
        byte[] painted = model.paint(new ImageModel.Scene(frame, mask, prompt, seed), order.index());
        BufferedImage picture = Composite.of(
                ImageBytes.decode(order.frame(), frame),
                Mask.ofImage(ImageBytes.decode(order.mask(), mask)),
                ImageBytes.decode("The image model's picture", painted));
        return PictureFile.encode(picture);
    }
}
