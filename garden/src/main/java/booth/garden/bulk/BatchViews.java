package booth.garden.bulk;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.Refused;
import booth.core.job.Executions;
import booth.core.job.ObjectStore;
import java.util.List;
import java.util.Optional;

/** Looks at batches: at the notes that the painter left, the end that the machine wrote down, and the run itself. */
final class BatchViews {
    private static final int FAILURES_SHOWN = 50;
    private static final int LISTED = 50;

    /** As the generate function writes it. */
    private record Note(String errorType, String errorMessage) {}

    private final ObjectStore garden;
    private final BatchRecords records;
    private final BatchRuns runs;
    private final PriceList prices;

    BatchViews(ObjectStore garden, BatchRecords records, BatchRuns runs, PriceList prices) {
        this.garden = garden;
        this.records = records;
        this.runs = runs;
        this.prices = prices;
    }

    /** @throws Refused {@code NO_SUCH_BATCH} */
    BatchView view(BatchId id) {
        return view(records.find(id).orElseThrow(BatchId::none));
    }

    BatchView view(Batch batch) {
        BatchProgress progress = BatchProgress.of(batch.keys(), garden);
        Optional<BatchPlan> plan = progress.failed().isEmpty() ? Optional.empty() : plan(batch);
        List<BatchView.Failure> failures = Concurrently.each(
                progress.failed().stream().sorted().limit(FAILURES_SHOWN).toList(), item -> failure(batch, item, plan));
        return view(batch, progress.made().size(), progress.failed().size(), failures);
    }

    /** The newest batches, without reasons. */
    List<BatchView> newest() {
        return Concurrently.each(records.newest(LISTED), this::brief);
    }

    BatchView brief(Batch batch) {
        return end(batch)
                .map(end -> BatchView.of(batch, end.status(), end.made(), end.failed(), List.of(), prices))
                .orElseGet(() -> {
                    BatchProgress progress = BatchProgress.of(batch.keys(), garden);
                    return view(batch, progress.made().size(), progress.failed().size(), List.of());
                });
    }

    private BatchView view(Batch batch, int made, int failed, List<BatchView.Failure> failures) {
        return BatchView.of(batch, status(batch, made), made, failed, failures, prices);
    }

    private BatchStatus status(Batch batch, int made) {
        Optional<ConcludeBatch.End> end = end(batch);
        if (end.isPresent()) return end.get().status();
        if (garden.exists(batch.keys().canceled(batch.attempt()))) return BatchStatus.CANCELED;
        Executions.State state = runs.state(batch.execution()).orElse(Executions.State.RUNNING);
        return switch (state) {
            case RUNNING, SUCCEEDED -> BatchStatus.RUNNING; // one that succeeded has just written its end
            case ABORTED -> BatchStatus.CANCELED;
            case FAILED, TIMED_OUT -> BatchStatus.of(batch.request().pictures(), made);
        };
    }

    private Optional<ConcludeBatch.End> end(Batch batch) {
        String key = batch.keys().ended(batch.attempt());
        return garden.find(key).map(stored -> Json.read(key, stored.bytes(), ConcludeBatch.End.class));
    }

    private Optional<BatchPlan> plan(Batch batch) {
        String key = batch.keys().plan(batch.attempt());
        return garden.find(key).map(stored -> Json.read(key, stored.bytes(), BatchPlan.class));
    }

    private BatchView.Failure failure(Batch batch, int item, Optional<BatchPlan> plan) {
        Optional<String> picture = plan.map(known -> known.orders().get(item).key());
        String key = batch.keys().failed(item);
        Note note = garden.find(key)
                .map(stored -> Json.read(key, stored.bytes(), Note.class))
                .orElse(new Note("", "It is being tried again."));
        return Refused.parse(note.errorMessage())
                .map(refused -> new BatchView.Failure(item, picture, refused.code(), refused.sentence()))
                .orElseGet(() -> new BatchView.Failure(
                        item,
                        picture,
                        note.errorType().substring(note.errorType().lastIndexOf('.') + 1),
                        note.errorMessage()));
    }
}
