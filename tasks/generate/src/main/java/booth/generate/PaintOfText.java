package booth.generate;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Primed;
import booth.core.Refused;
import booth.core.job.ObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Paints pictures of texts into the garden's bucket. As with pictures of guests one that is there already is an answer,
 * and of all orders for the same one only one is being painted at a time.
 */
final class PaintOfText implements Primed {
    private record Done(String key) {}

    private final ObjectStore garden;
    private final TextToImageModel model;
    private final InstantSource clock;

    PaintOfText(ObjectStore garden, TextToImageModel model, InstantSource clock) {
        this.garden = garden;
        this.model = model;
        this.clock = clock;
    }

    @Override
    public void prime() {
        garden.prime();
        model.prime();
    }

    ObjectStore garden() {
        return garden;
    }

    /**
     * @throws Refused {@code MODEL_REFUSED}
     * @throws ObsoleteOrder when nobody wants the picture any more
     * @throws Busy also while another order for the same picture is being painted
     */
    void make(TextOrder order, Delivery delivery) {
        if (!isAnswered(order)) {
            order.unlessKey().filter(garden::exists).ifPresent(key -> {
                throw ObsoleteOrder.canceled(key);
            });
            leaseAndPaint(order, delivery);
        }
        order.doneKey().ifPresent(key -> garden.write(key, Json.bytes(new Done(order.key()))));
        garden.delete(order.failureNote()); // of an earlier try
    }

    /** Tells whoever looks for the picture why it will not come. */
    void giveUp(TextOrder order, TaskCallback.Failure failure) {
        garden.write(order.failureNote(), Json.bytes(failure));
    }

    private void leaseAndPaint(TextOrder order, Delivery delivery) {
        Lease lease = new Lease(garden, clock, GardenKeys.lease(order.key()), delivery);
        try {
            boolean first = lease.take();
            if (first || !isAnswered(order)) store(order, PaintedFile.of(model.paint(order.wish()), order));
        } catch (RuntimeException e) {
            lease.release(e);
            throw e;
        }
    }

    private void store(TextOrder order, byte[] picture) {
        if (order.newerThan().isPresent()) garden.write(order.key(), picture);
        else garden.create(order.key(), picture);
    }

    private boolean isAnswered(TextOrder order) {
        return order.doneKey().filter(garden::exists).isPresent()
                || order.newerThan()
                        .map(then -> isNewer(order.key(), then))
                        .orElseGet(() -> garden.exists(order.key()));
    }

    /** S3 tells whole seconds. */
    private boolean isNewer(String key, Instant then) {
        Optional<ObjectStore.Entry> stored = garden.list(key, "", 1).stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst();
        return stored.filter(entry -> !entry.modified().isBefore(then.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
    }
}
