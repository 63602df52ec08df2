package booth.generate;

import booth.core.Busy;
import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes one picture. A picture that is there already is an answer, and of all orders for the same one only one is being
 * painted at a time: nobody pays a model twice, however often an order is sent or delivered.
 */
final class Generate {
    /** What the waiting branch is told. */
    record Result(int index, String status, String key) {}

    /** What a picture is made from, still encoded. */
    private record Material(byte[] frame, byte[] mask) {}

    private final ObjectStore folder;
    private final ImageModel model;
    private final Prompts prompts;
    private final int seed;
    private final InstantSource clock;

    /** @param prompts for jobs that bring none */
    Generate(ObjectStore folder, ImageModel model, Prompts prompts, int seed, InstantSource clock) {
        this.folder = folder;
        this.model = model;
        this.prompts = prompts;
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * @throws Refused {@code MODEL_REFUSED}
     * @throws ObsoleteOrder when nobody wants the picture any more
     * @throws Busy also while another order for the same picture is being painted
     */
    Result make(PictureOrder order, Delivery delivery) {
        boolean missing = Concurrently.both(
                () -> !folder.exists(order.picture()), () -> new Jobs(folder).find(order.jobId()), (gap, job) -> {
                    if (gap) ObsoleteOrder.check(order, delivery, job);
                    return gap;
                });
        if (missing) claimAndPaint(order, delivery);
        return new Result(order.index(), "succeeded", order.picture());
    }

    private void claimAndPaint(PictureOrder order, Delivery delivery) {
        Lease claim = new Lease(folder, clock, order, delivery);
        try {
            // the claim travels while frame and mask do, so it costs no time
            Optional<Material> needed = Concurrently.both(
                    claim::take,
                    () -> read(order),
                    (first, material) ->
                            Optional.of(material).filter(read -> first || !folder.exists(order.picture())));
            needed.ifPresent(material -> folder.create(order.picture(), paint(order, material)));
        } catch (RuntimeException e) {
            claim.release(e);
            throw e;
        }
    }

    private Material read(PictureOrder order) {
        return Concurrently.both(() -> folder.read(order.frame()), () -> folder.read(order.mask()), Material::new);
    }

    private byte[] paint(PictureOrder order, Material material) {
        String prompt = order.prompt().orElseGet(() -> prompts.of(order.index()));
        byte[] painted =
                model.paint(new ImageModel.Scene(material.frame(), material.mask(), prompt, seed), order.index());
        return PictureFile.encode(Composite.of(
                ImageBytes.decode(order.frame(), material.frame()),
                Mask.ofImage(ImageBytes.decode(order.mask(), material.mask())),
                ImageBytes.decode("The image model's picture", painted)));
    }
}
