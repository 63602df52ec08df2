package booth.garden.orders;

import booth.core.Busy;
import booth.core.Primed;

/** The line before the painter. The garden's orders are of one group, so that booths' guests are served between them. */
public interface OrderQueue extends Primed {
    /** @throws Busy when it may work later; then nothing is in the line */
    void send(GardenOrder order);
}
