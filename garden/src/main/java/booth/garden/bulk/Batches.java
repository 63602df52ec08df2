package booth.garden.bulk;

import booth.core.Json;
import booth.core.Refused;
import booth.core.Sha256;
import booth.core.job.Executions;
import booth.core.job.ObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What gardeners do with batches. A record is written before its run is started, and a run's name is given once: whoever
 * dies between the two, or calls twice, ends up with one run.
 */
final class Batches {
    private final ObjectStore garden;
    private final BatchRecords records;
    private final BatchClaims claims;
    private final BatchRuns runs;
    private final PromptProduct product;
    private final InstantSource clock;

    Batches(ObjectStore garden, BatchRecords records, BatchRuns runs, PromptProduct product, InstantSource clock) {
        this.garden = garden;
        this.records = records;
        this.claims = new BatchClaims(garden);
        this.runs = runs;
        this.product = product;
        this.clock = clock;
    }

    /** @throws Refused as the lines' texts are */
    Batch order(BatchRequest request, String booth, Optional<String> idempotencyKey) {
        product.of(request.rows());
        Batch batch = idempotencyKey
                .map(key -> once(request, booth, key))
                .orElseGet(() -> records.open(Optional.of(booth), request, clock.instant()));
        return started(batch);
    }

    private Batch once(BatchRequest request, String booth, String key) {
        String hash = Sha256.hex(Json.bytes(request));
        Optional<BatchId> before = claims.find(booth, key, hash);
        if (before.isPresent()) return existing(before.get());
        Batch mine = records.open(Optional.of(booth), request, clock.instant());
        BatchId winner = claims.claim(booth, key, hash, mine.id());
        if (winner.equals(mine.id())) return mine;
        records.remove(mine);
        return existing(winner);
    }

    Batch existing(BatchId id) {
        return records.find(id).orElseThrow(BatchId::none);
    }

    /** Starts the batch's run, unless it was started before. */
    Batch started(Batch batch) {
        String name = batch.execution();
        if (runs.state(name).isEmpty()) runs.start(name, new BatchRuns.Input(batch.id(), batch.attempt()));
        return batch;
    }

    /**
     * Stops a batch: orders that stand in the line are dropped when it is their turn, a picture that is being painted is
     * finished.
     *
     * @throws Refused {@code NOT_CANCELABLE}
     */
    Batch cancel(BatchId id) {
        Batch batch = existing(id);
        boolean over = garden.exists(batch.keys().ended(batch.attempt()))
                || runs.state(batch.execution())
                        .filter(state -> state != Executions.State.RUNNING)
                        .isPresent();
        if (over && !isCanceled(batch)) throw new Refused("NOT_CANCELABLE", "The batch is over already.");
        garden.create(batch.keys().canceled(batch.attempt()), Json.bytes(new Canceled(clock.instant())));
        runs.stop(batch.execution());
        return batch;
    }

    private record Canceled(Instant at) {}

    private boolean isCanceled(Batch batch) {
        return garden.exists(batch.keys().canceled(batch.attempt()));
    }

    /** Goes on with a batch that ended short of what was planned, unless somebody canceled it. */
    Batch resume(Batch batch) {
        Optional<Executions.State> state = runs.state(batch.execution());
        if (state.isEmpty()) return started(batch);
        boolean ended = state.get() != Executions.State.RUNNING && !isCanceled(batch);
        return ended && isMissingSome(batch) ? replay(batch.id()) : batch;
    }

    private boolean isMissingSome(Batch batch) {
        return BatchProgress.of(batch.keys(), garden).made().size()
                < batch.request().pictures();
    }

    /**
     * Starts a batch again; pictures that were made cost nothing.
     *
     * @throws Refused {@code NOT_REPLAYABLE}
     */
    Batch replay(BatchId id) {
        Batch batch = existing(id);
        Optional<Executions.State> state = runs.state(batch.execution());
        if (state.isEmpty()) return started(batch); // whoever ordered it died before it was started
        if (state.get() == Executions.State.RUNNING)
            throw new Refused("NOT_REPLAYABLE", "The batch is being painted; cancel it first, or wait for its end.");
        if (BatchProgress.of(batch.keys(), garden).made().size()
                >= batch.request().pictures())
            throw new Refused("NOT_REPLAYABLE", "Every picture of the batch was made; there is nothing to paint.");
        if (!records.change(id, now -> now.attempt() == batch.attempt() ? now.again(clock.instant()) : now))
            throw new Refused("NOT_REPLAYABLE", "Somebody else replays the batch just now.");
        return started(existing(id));
    }
}
