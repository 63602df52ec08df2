package booth.garden.visitors;

import booth.core.Busy;
import booth.core.Primed;

/** Takes orders for portraits to whoever paints. */
interface PortraitOrders extends Primed {
    /** @throws Busy when it may get through later */
    void send(PortraitOrder order);
}
