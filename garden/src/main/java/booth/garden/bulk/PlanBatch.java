package booth.garden.bulk;

import booth.core.Json;
import booth.core.job.ObjectStore;
import java.util.function.Function;

/**
 * The first state of the machine: writes all orders down and says how many there are, so that only numbers travel through
 * the machine. What failed in an earlier attempt is forgotten, for it is tried again.
 */
final class PlanBatch implements Function<BatchRuns.Input, PlanBatch.Output> {
    /**
     * What the machine works through.
     *
     * @param plan key of the orders
     * @param pictures how many there are
     * @param concurrency how many stand in the line at once
     */
    record Output(String plan, int pictures, int concurrency) {}

    private final ObjectStore garden;
    private final BatchRecords records;
    private final PromptProduct product;

    PlanBatch(ObjectStore garden, BatchRecords records, PromptProduct product) {
        this.garden = garden;
        this.records = records;
        this.product = product;
    }

    @Override
    public Output apply(BatchRuns.Input input) {
        Batch batch = records.find(input.batch()).orElseThrow(BatchId::none);
        BatchPlan plan = BatchPlan.of(batch, product);
        String key = batch.keys().plan(input.attempt());
        garden.write(key, Json.bytes(plan));
        garden.list(batch.keys().failureNotes()).forEach(note -> garden.delete(note.key()));
        return new Output(key, plan.orders().size(), batch.request().atOnce());
    }
}
