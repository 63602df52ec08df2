package booth.generate;

import booth.core.Json;
import booth.core.function.TaskContext;
import booth.core.job.ObjectStore;
import java.util.List;
import java.util.Optional;

/**
 * One message of the generation queue that only says where the order itself stands: a batch of hundreds travels through
 * its state machine as numbers.
 *
 * @param kind {@link #KIND}
 * @param plan key of the object that holds all orders of the batch
 * @param item which of them, from 0
 */
record PlannedOrder(String kind, String plan, int item, String taskToken, Optional<TaskContext> task) {
    static final String KIND = "planned-text-to-image";

    /** @param orders none of them with a task token */
    record Plan(List<TextOrder> orders) {
        Plan {
            orders = List.copyOf(orders);
        }
    }

    PlannedOrder {
        if (!kind.equals(KIND)) throw new IllegalArgumentException("An order of a plan is of kind " + KIND + ".");
        GardenKeys.requireNote(plan);
    }

    /** @throws ObsoleteOrder when the plan has been removed meanwhile */
    TextOrder lookUp(ObjectStore garden) {
        byte[] json = garden.find(plan)
                .orElseThrow(() -> ObsoleteOrder.canceled(plan))
                .bytes();
        List<TextOrder> orders = Json.read(plan, json, Plan.class).orders();
        if (item < 0 || item >= orders.size())
            throw new IllegalArgumentException(
                    plan + " has " + orders.size() + " orders, and none with number " + item);
        return orders.get(item).of(Optional.of(taskToken), task);
    }
}
