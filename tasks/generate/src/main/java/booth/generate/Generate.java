package booth.generate;

import booth.core.Busy;
import booth.core.Concurrently;
import booth.core.Refused;
import booth.core.image.ImageBytes;
import booth.core.image.Mask;
import booth.core.image.PictureFile;
import booth.core.job.Job;
import booth.core.job.JobKeys;
import booth.core.job.Jobs;
import booth.core.job.ObjectStore;
import booth.core.job.Seed;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes one picture. A picture that is there already is an answer, and of all orders for the same one only one is being
 * painted at a time: nobody pays a model twice, however often an order is sent or delivered.
 */
final class Generate {
    /**
     * What the waiting branch is told.
     *
     * @param index of the picture, from 1; 0 where it is one of no job
     */
    record Result(int index, String status, String key) {}

    /** What a picture is made from, still encoded. */
    private record Material(byte[] frame, byte[] mask) {}

    private final ObjectStore store;
    private final Jobs jobs;
    private final ImageModel model;
    private final Prompts prompts;
    private final Optional<Seed> seed;
    private final InstantSource clock;

    /**
     * @param prompts for jobs that bring none
     * @param seed for jobs that ask for none; where there is none either each picture has its own
     */
    Generate(ObjectStore store, ImageModel model, Prompts prompts, Optional<Seed> seed, InstantSource clock) {
        this.store = store;
        this.jobs = new Jobs(store);
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
        Optional<Job> wanting = Concurrently.both(
                () -> store.exists(order.picture()), () -> jobs.find(order.jobId()), (exists, job) -> {
                    if (job.isEmpty()) takeBack(order);
                    else if (exists) return Optional.empty();
                    return Optional.of(ObsoleteOrder.check(order, delivery, job));
                });
        wanting.ifPresent(job -> leaseAndPaint(order, delivery, seed(order, job)));
        return new Result(order.index(), "succeeded", order.picture());
    }

    /** An earlier delivery of this order may have died between a write and the look at its job. */
    private void takeBack(PictureOrder order) {
        store.delete(order.picture());
        store.delete(JobKeys.order(order.jobId(), order.index()));
    }

    private Seed seed(PictureOrder order, Job job) {
        return job.request().seed().or(() -> seed).orElseGet(() -> Seed.of(order.jobId(), order.index()));
    }

    private void leaseAndPaint(PictureOrder order, Delivery delivery, Seed seed) {
        Lease lease = new Lease(store, clock, JobKeys.order(order.jobId(), order.index()), delivery);
        try {
            // the lease is taken while frame and mask are read, so it costs no time
            Optional<Material> needed = Concurrently.both(
                    lease::take,
                    () -> read(order),
                    (first, material) -> Optional.of(material).filter(read -> first || !store.exists(order.picture())));
            needed.ifPresent(material -> store.create(order.picture(), paint(order, material, seed)));
        } catch (RuntimeException e) {
            lease.release(e);
            if (jobs.find(order.jobId()).isEmpty()) throw ObsoleteOrder.erasedMeanwhile(order.jobId(), e);
            throw e;
        }
    }

    private Material read(PictureOrder order) {
        return Concurrently.both(() -> store.read(order.frame()), () -> store.read(order.mask()), Material::new);
    }

    private byte[] paint(PictureOrder order, Material material, Seed seed) {
        String prompt = order.prompt().orElseGet(() -> prompts.of(order.index()));
        byte[] painted = model.paint(
                new ImageModel.Scene(material.frame(), material.mask(), prompt, seed.value()), order.index());
        return PictureFile.encode(
                Composite.of(
                        ImageBytes.decode(order.frame(), material.frame()),
                        Mask.ofImage(ImageBytes.decode(order.mask(), material.mask())),
                        ImageBytes.decode("The image model's picture", painted)),
                PictureFile.Source.PAINTED);
    }
}
