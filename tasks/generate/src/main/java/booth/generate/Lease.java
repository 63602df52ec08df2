package booth.generate;

import booth.core.Busy;
import booth.core.Json;
import booth.core.job.ObjectStore;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The right to paint one picture for a while: an object beside it that names the message whose order holds it.
 * Other orders for the picture wait until it runs out, which is when its holder has surely given up. The same message
 * may be delivered again before that, because its function died or the model was busy, and goes on at once.
 */
final class Lease {
    /** What the object says. */
    record Holder(String messageId, Instant until) {}

    private final ObjectStore store;
    private final InstantSource clock;
    private final String key;
    private final Holder mine;

    /** @param key of the object */
    Lease(ObjectStore store, InstantSource clock, String key, Delivery delivery) {
        this.store = store;
        this.clock = clock;
        this.key = key;
        this.mine = new Holder(delivery.messageId(), delivery.until());
    }

    /**
     * Takes the lease, also from a holder whose time is up. Of many who try at once one succeeds.
     *
     * @return whether nobody held it before; after anybody else the picture may be there by now
     * @throws Busy while another order holds it
     */
    boolean take() {
        if (store.create(key, Json.bytes(mine))) return true;
        takeOver();
        return false;
    }

    private void takeOver() {
        ObjectStore.Stored stored = store.find(key).orElseThrow(this::contested);
        Holder holder = holder(stored);
        if (!isMine(holder) && clock.instant().isBefore(holder.until()))
            throw busy("is being painted by order of message " + holder.messageId() + " until " + holder.until());
        if (!store.replace(key, Json.bytes(mine), stored.version())) throw contested();
    }

    /**
     * Lets others paint at once, now that this order has failed. If that does not work they wait until the time is up.
     *
     * @param failure is given what went wrong here
     */
    void release(RuntimeException failure) {
        try {
            Holder over = new Holder(mine.messageId(), clock.instant());
            store.find(key)
                    .filter(stored -> isMine(holder(stored)))
                    .ifPresent(stored -> store.replace(key, Json.bytes(over), stored.version()));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private boolean isMine(Holder holder) {
        return holder.messageId().equals(mine.messageId());
    }

    /** A lease that makes no sense is nobody's. */
    private Holder holder(ObjectStore.Stored stored) {
        try {
            return Json.read(key, stored.bytes(), Holder.class);
        } catch (IllegalArgumentException e) {
            return new Holder("", Instant.EPOCH);
        }
    }

    private Busy contested() {
        return busy("was leased by several orders at once");
    }

    private Busy busy(String why) {
        return new Busy("The picture of " + key + " " + why, new IllegalStateException(key));
    }
}
