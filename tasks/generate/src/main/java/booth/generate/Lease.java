package booth.generate;

import booth.core.Busy;
import booth.core.Json;
import booth.core.job.JobKeys;
import booth.core.job.ObjectStore;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The right to paint one picture: an object in the job's folder that names the message whose order is being painted.
 * Other orders for the picture wait until its time is up, which is when whoever paints has surely given up. The same
 * message may come again before that, because its painter died or the model was busy, and goes on at once.
 */
final class Lease {
    /** What the object says. */
    record Holder(String messageId, Instant until) {}

    private final ObjectStore folder;
    private final InstantSource clock;
    private final String key;
    private final Holder mine;

    Lease(ObjectStore folder, InstantSource clock, PictureOrder order, Delivery delivery) {
        this.folder = folder;
        this.clock = clock;
        this.key = JobKeys.order(order.jobId(), order.index());
        this.mine = new Holder(delivery.messageId(), delivery.until());
    }

    /**
     * Takes the right, also from a holder whose time is up. Of many who try at once one succeeds.
     *
     * @return whether nobody had it before; after anybody else the picture may be there by now
     * @throws Busy while another order has it
     */
    boolean take() {
        if (folder.create(key, Json.bytes(mine))) return true;
        takeOver();
        return false;
    }

    private void takeOver() {
        ObjectStore.Stored stored = folder.find(key).orElseThrow(this::contested);
        Holder holder = holder(stored);
        if (!isMine(holder) && clock.instant().isBefore(holder.until()))
            throw busy("is being painted by order of message " + holder.messageId() + " until " + holder.until());
        if (!folder.replace(key, Json.bytes(mine), stored.version())) throw contested();
    }

    /**
     * Lets others paint at once, now that this order has failed. If that does not work they wait until the time is up.
     *
     * @param failure is given what went wrong here
     */
    void release(RuntimeException failure) {
        try {
            Holder over = new Holder(mine.messageId(), clock.instant());
            folder.find(key)
                    .filter(stored -> isMine(holder(stored)))
                    .ifPresent(stored -> folder.replace(key, Json.bytes(over), stored.version()));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private boolean isMine(Holder holder) {
        return holder.messageId().equals(mine.messageId());
    }

    private Holder holder(ObjectStore.Stored stored) {
        return Json.read(key, stored.bytes(), Holder.class);
    }

    private Busy contested() {
        return busy("was claimed by several orders at once");
    }

    private Busy busy(String why) {
        return new Busy("The picture of " + key + " " + why, new IllegalStateException(key));
    }
}
