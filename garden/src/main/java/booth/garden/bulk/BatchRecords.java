package booth.garden.bulk;

import booth.core.Busy;
import booth.core.Json;
import booth.core.job.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** The records of all batches, in the garden's bucket. */
final class BatchRecords {
    private static final int SECONDS_TRIED = 120;

    private final ObjectStore garden;
    private final RandomGenerator random;

    BatchRecords(ObjectStore garden, RandomGenerator random) {
        this.garden = garden;
        this.random = random;
    }

    /** Writes a new record, under the first second from {@code now} on that no other batch has. */
    Batch open(Optional<String> booth, BatchRequest request, Instant now) {
        for (int i = 0; i < SECONDS_TRIED; i++) {
            Instant second = now.plus(Duration.ofSeconds(i));
            Batch batch = Batch.ordered(BatchId.at(second, random), booth, request, second);
            if (create(batch)) return batch;
        }
        throw new Busy("Too many batches are being ordered", new IllegalStateException("records"));
    }

    boolean create(Batch batch) {
        return garden.create(batch.keys().record(), Json.bytes(batch));
    }

    void remove(Batch batch) {
        garden.delete(batch.keys().record());
    }

    Optional<Batch> find(BatchId id) {
        return garden.find(new BatchKeys(id).record())
                .map(stored -> read(stored.bytes()))
                .filter(batch -> batch.id().equals(id));
    }

    /** Changes a record if it still stands as it was read; false when somebody was faster. */
    boolean change(BatchId id, UnaryOperator<Batch> change) {
        String key = new BatchKeys(id).record();
        ObjectStore.Stored stored = garden.find(key).orElseThrow(BatchId::none);
        return garden.replace(key, Json.bytes(change.apply(read(stored.bytes()))), stored.version());
    }

    /** The newest ones, by what their names say; the first garden comes last. */
    List<Batch> newest(int limit) {
        return garden.list(BatchKeys.RECORDS).stream()
                .map(ObjectStore.Entry::key)
                .sorted(Comparator.comparing((String key) -> key.contains("first-garden") ? "" : key)
                        .reversed())
                .limit(limit)
                .flatMap(key -> garden.find(key).stream())
                .map(stored -> read(stored.bytes()))
                .toList();
    }

    boolean isEmpty() {
        return garden.list(BatchKeys.RECORDS, "", 1).isEmpty();
    }

    private static Batch read(byte[] json) {
        return Json.read("A batch's record", json, Batch.class);
    }
}
