package booth.garden.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.Refused;
import booth.core.job.Executions;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.ObjectStore;
import booth.garden.orders.GardenOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:30:15.7Z");
    private static final BatchRequest THREE = Json.read(
            "three",
            "{\"rows\":[{\"emotion\":\"happy\",\"animals\":[\"dog\",\"cat\",\"owl\"]}]}".getBytes(UTF_8),
            BatchRequest.class);

    private final InMemoryObjectStore garden = new InMemoryObjectStore();
    private final FakeRuns runs = new FakeRuns();
    private final PromptProduct product = new PromptProduct(PromptTemplates.load());
    private final BatchRecords records = new BatchRecords(garden, new Random(1));
    private final Batches batches = new Batches(garden, records, runs, product, () -> NOW);
    private final BatchViews views =
            new BatchViews(garden, records, runs, new PriceList(new BigDecimal("0.04"), LocalDate.of(2026, 11, 1)));
    private final FirstGarden first = new FirstGarden(garden, records, batches, () -> NOW);

    @Test
    void aBatchIsPlannedAsPairsOfTheRightSizesUnderTheKeysOfTheGarden() {
        Batch batch = order();

        List<GardenOrder> orders = plan(batch).orders();

        assertThat(orders)
                .extracting(order -> order.key() + " " + order.width() + "×" + order.height())
                .containsExactly(
                        "imgPool/happy/img_20261122-003015_1h.jpeg 1280×800",
                        "imgPool/happy/img_20261122-003015_1v.jpeg 800×1280",
                        "imgPool/happy/img_20261122-003015_2h.jpeg 1280×800",
                        "imgPool/happy/img_20261122-003015_2v.jpeg 800×1280",
                        "imgPool/happy/img_20261122-003015_3h.jpeg 1280×800",
                        "imgPool/happy/img_20261122-003015_3v.jpeg 800×1280");
        assertThat(orders.stream().map(order -> order.seed().orElseThrow()).distinct())
                .hasSize(3);
        assertThat(orders.get(0).doneKey()).contains("batches/work/20261122-003015/done/00000.json");
        assertThat(orders.get(0).unlessKey()).contains("batches/work/20261122-003015/canceled-0.json");
    }

    @Test
    void theMachineIsToldNumbersOnly() {
        Batch batch = order();

        assertThat(runs.started).containsExactly(new BatchRuns.Input(batch.id(), 0));
        assertThat(new PlanBatch(garden, records, product).apply(runs.started.get(0)))
                .isEqualTo(new PlanBatch.Output("batches/work/20261122-003015/plan-0.json", 6, 8));
    }

    @Test
    void batchesOfOneSecondDoNotShareTheirPicturesNames() {
        List<Batch> crowd = Concurrently.each(
                IntStream.range(0, 30).boxed().toList(), i -> batches.order(THREE, "hall", Optional.empty()));

        assertThat(crowd.stream().map(batch -> batch.id().slot()).distinct()).hasSize(30);
        assertThat(crowd.stream()
                        .map(batch -> plan(batch).orders().get(0).key())
                        .distinct())
                .hasSize(30);
    }

    @Test
    void anIdempotencyKeyIsOneBatchHoweverOftenItIsSentAtOnce() {
        List<Batch> crowd = Concurrently.each(
                IntStream.range(0, 10).boxed().toList(), i -> batches.order(THREE, "hall", Optional.of("key")));

        assertThat(new HashSet<>(crowd)).hasSize(1);
        assertThat(runs.started).hasSize(1);
        assertThat(garden.list(BatchKeys.RECORDS)).hasSize(1);
        assertThatThrownBy(() -> batches.order(FirstGarden.request(), "hall", Optional.of("key")))
                .hasMessageStartingWith("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void whoeverDiesBetweenRecordAndStartStartsItWithTheNextTry() {
        runs.dies = true;
        assertThatThrownBy(() -> batches.order(THREE, "hall", Optional.of("key")))
                .hasMessage("killed");
        runs.dies = false;

        Batch batch = batches.order(THREE, "hall", Optional.of("key"));

        assertThat(runs.started).containsExactly(new BatchRuns.Input(batch.id(), 0));
    }

    @Test
    void progressIsWhatThePainterLeftAndPricesFollow() {
        Batch batch = order();
        plan(batch);
        done(batch, 0);
        done(batch, 1);
        failed(batch, 2, "booth.core.Refused", "MODEL_REFUSED: Withheld.");
        failed(batch, 3, "booth.generate.ModelUnavailable", "Subscribe once.");

        BatchView view = views.view(batch.id());

        assertThat(view.status()).isEqualTo(BatchStatus.RUNNING);
        assertThat(view.pictures()).isEqualTo(new BatchView.Pictures(6, 2, 2, 2));
        assertThat(view.progress()).isEqualTo(4 / 6.0);
        assertThat(view.price().total()).isEqualByComparingTo("0.24");
        assertThat(view.spent().total()).isEqualByComparingTo("0.08");
        assertThat(view.failures())
                .containsExactly(
                        new BatchView.Failure(
                                2,
                                Optional.of("imgPool/happy/img_20261122-003015_2h.jpeg"),
                                "MODEL_REFUSED",
                                "Withheld."),
                        new BatchView.Failure(
                                3,
                                Optional.of("imgPool/happy/img_20261122-003015_2v.jpeg"),
                                "ModelUnavailable",
                                "Subscribe once."));
    }

    @Test
    void aNoteThatIsStillBeingWrittenIsPassedOver() {
        Batch batch = order();
        garden.write(batch.keys().done(0) + "-4090bf83-7f23-4441-8cac-6783398", new byte[0]);

        assertThat(views.view(batch.id()).pictures().made()).isZero();
    }

    @Test
    void aPictureThatCameAfterAllIsNoFailure() {
        Batch batch = order();
        failed(batch, 0, "a.B", "c");
        done(batch, 0);

        assertThat(views.view(batch.id()).failures()).isEmpty();
    }

    @Test
    void aBatchThatEndsShortIsPartialAndAReplayPaintsWhatIsMissing() {
        Batch batch = order();
        plan(batch);
        done(batch, 0);
        failed(batch, 1, "a.B", "c");
        conclude(batch);
        assertThat(views.view(batch.id()).status()).isEqualTo(BatchStatus.PARTIAL);

        Batch again = batches.replay(batch.id());

        assertThat(again.attempt()).isEqualTo(1);
        assertThat(runs.started)
                .containsExactly(new BatchRuns.Input(batch.id(), 0), new BatchRuns.Input(batch.id(), 1));
        assertThat(plan(again).orders())
                .extracting(GardenOrder::key)
                .isEqualTo(plan(batch).orders().stream().map(GardenOrder::key).toList());
        assertThat(views.view(batch.id()).status()).isEqualTo(BatchStatus.RUNNING);
        assertThat(views.view(batch.id()).pictures()).isEqualTo(new BatchView.Pictures(6, 1, 0, 5));
    }

    @Test
    void aBatchIsNotReplayedWhileItRunsNorWhenNothingIsMissing() {
        Batch batch = order();
        assertThatThrownBy(() -> batches.replay(batch.id())).hasMessageStartingWith("NOT_REPLAYABLE");
        for (int i = 0; i < 6; i++) done(batch, i);
        conclude(batch);

        assertThatThrownBy(() -> batches.replay(batch.id())).hasMessageStartingWith("NOT_REPLAYABLE");
        assertThat(views.view(batch.id()).status()).isEqualTo(BatchStatus.SUCCEEDED);
        assertThat(views.view(batch.id()).replayable()).isFalse();
    }

    @Test
    void aCanceledBatchSaysSoAndItsOrdersFindTheNote() {
        Batch batch = order();

        batches.cancel(batch.id());
        batches.cancel(batch.id()); // twice is as good as once

        assertThat(views.view(batch.id()).status()).isEqualTo(BatchStatus.CANCELED);
        assertThat(garden.exists(plan(batch).orders().get(0).unlessKey().orElseThrow()))
                .isTrue();
        Batch again = batches.replay(batch.id());
        assertThat(garden.exists(plan(again).orders().get(0).unlessKey().orElseThrow()))
                .isFalse();
    }

    @Test
    void whatIsOverCannotBeCanceled() {
        Batch batch = order();
        done(batch, 0);
        conclude(batch);

        assertThatThrownBy(() -> batches.cancel(batch.id())).hasMessageStartingWith("NOT_CANCELABLE");
    }

    @Test
    void aRunThatDiedIsToldByWhatIsThere() {
        Batch batch = order();
        done(batch, 0);
        runs.end(batch, Executions.State.TIMED_OUT);

        assertThat(views.view(batch.id()).status()).isEqualTo(BatchStatus.PARTIAL);
        assertThat(views.view(batch.id()).replayable()).isTrue();
    }

    @Test
    void theNewestBatchesComeFirstAndAStrangersIdIsNone() {
        Batch older = order();
        Batch newer = order();
        first.plant();

        assertThat(views.newest())
                .extracting(BatchView::id)
                .containsExactly(newer.id(), older.id(), BatchId.FIRST_GARDEN);
        String guessed = older.id().slot() + "-0000000000000000";
        assertThatThrownBy(() -> views.view(new BatchId(guessed))).hasMessageStartingWith("NO_SUCH_BATCH");
        assertThatThrownBy(() -> new BatchId("../keys")).hasMessageStartingWith("NO_SUCH_BATCH");
    }

    @Test
    void theFirstGardenIsPlantedOnceAndOnlyWhereNothingGrows() {
        first.plant();
        garden.write("emotions/happy/img_1h.jpeg", new byte[1]);
        first.plant();

        assertThat(runs.started).containsExactly(new BatchRuns.Input(BatchId.FIRST_GARDEN, 0));
        garden.delete("batches/records/first-garden.json");
        assertThatThrownBy(first::plant).isInstanceOf(Refused.class).hasMessageStartingWith("GARDEN_NOT_EMPTY");
    }

    @Test
    void aFirstGardenThatEndedShortGoesOnAndACanceledOneDoesNot() {
        Batch planted = first.plant();
        done(planted, 0);
        conclude(planted);
        assertThat(first.plant().attempt()).isEqualTo(1);
        batches.cancel(BatchId.FIRST_GARDEN);

        assertThat(first.plant().attempt()).isEqualTo(1);
        assertThat(runs.started).hasSize(2);
    }

    private Batch order() {
        return batches.order(THREE, "hall", Optional.empty());
    }

    private BatchPlan plan(Batch batch) {
        String key = new PlanBatch(garden, records, product)
                .apply(new BatchRuns.Input(batch.id(), batch.attempt()))
                .plan();
        return Json.read(key, garden.read(key), BatchPlan.class);
    }

    private void done(Batch batch, int item) {
        garden.write(batch.keys().done(item), new byte[] {'{', '}'});
    }

    private void failed(Batch batch, int item, String type, String message) {
        garden.write(
                batch.keys().failed(item),
                ("{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}").getBytes(UTF_8));
    }

    private void conclude(Batch batch) {
        ObjectStore store = garden;
        new ConcludeBatch(store, records, () -> NOW).apply(new BatchRuns.Input(batch.id(), batch.attempt()));
        runs.end(batch, Executions.State.SUCCEEDED);
    }
}
