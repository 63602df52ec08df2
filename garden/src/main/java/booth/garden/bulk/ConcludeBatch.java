package booth.garden.bulk;

import booth.core.Json;
import booth.core.job.ObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/** The last state of the machine: writes down how the batch ended. */
final class ConcludeBatch implements Function<BatchRuns.Input, ConcludeBatch.End> {
    /**
     * How an attempt ended.
     *
     * @param made pictures, in all attempts
     */
    record End(BatchStatus status, int planned, int made, int failed, Instant endedAt) {}

    private final ObjectStore garden;
    private final BatchRecords records;
    private final InstantSource clock;

    ConcludeBatch(ObjectStore garden, BatchRecords records, InstantSource clock) {
        this.garden = garden;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public End apply(BatchRuns.Input input) {
        Batch batch = records.find(input.batch()).orElseThrow(BatchId::none);
        BatchProgress progress = BatchProgress.of(batch.keys(), garden);
        int planned = batch.request().pictures();
        int made = progress.made().size();
        End end = new End(
                BatchStatus.of(planned, made), planned, made, progress.failed().size(), clock.instant());
        garden.write(batch.keys().ended(input.attempt()), Json.bytes(end));
        return end;
    }
}
