package booth.garden.bulk;

import java.time.Instant;
import java.util.Optional;

/**
 * The record of a batch.
 *
 * @param id also its secret
 * @param booth whose key ordered it; empty for the first garden, which nobody ordered
 * @param attempt how often it was replayed
 * @param startedAt when this attempt was
 */
record Batch(
        BatchId id, Optional<String> booth, BatchRequest request, Instant createdAt, int attempt, Instant startedAt) {
    static Batch ordered(BatchId id, Optional<String> booth, BatchRequest request, Instant now) {
        return new Batch(id, booth, request, now, 0, now);
    }

    Batch again(Instant now) {
        return new Batch(id, booth, request, createdAt, attempt + 1, now);
    }

    BatchKeys keys() {
        return new BatchKeys(id);
    }

    String execution() {
        return id.execution(attempt);
    }
}
