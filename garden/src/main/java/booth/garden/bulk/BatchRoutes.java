package booth.garden.bulk;

import booth.core.access.BoothKey;
import booth.http.Answer;
import booth.http.Call;
import booth.http.JsonBody;
import booth.http.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of batches. Whoever has a batch's id may see how it grows; all else takes a key, for it costs money. */
final class BatchRoutes {
    private record Estimate(int prompts, int pictures, PriceList.Price price, List<String> examples) {}

    private record Listed(List<BatchView> batches) {}

    private static final int EXAMPLES = 5;

    private final Batches batches;
    private final BatchViews views;
    private final FirstGarden first;
    private final PromptProduct product;
    private final PriceList prices;

    BatchRoutes(Batches batches, BatchViews views, FirstGarden first, PromptProduct product, PriceList prices) {
        this.batches = batches;
        this.views = views;
        this.first = first;
        this.product = product;
        this.prices = prices;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "estimateBatch", new Operation.Keyed((call, key) -> estimate(call)),
                "orderBatch", new Operation.Keyed(this::order),
                "plantFirstGarden", new Operation.Keyed((call, key) -> accepted(first.plant())),
                "getBatch", new Operation.Open(call -> Answer.json(200, views.view(id(call)))),
                "listBatches", new Operation.Keyed((call, key) -> Answer.json(200, new Listed(views.newest()))),
                "cancelBatch", new Operation.Keyed((call, key) -> accepted(batches.cancel(id(call)))),
                "replayBatch", new Operation.Keyed((call, key) -> accepted(batches.replay(id(call)))));
    }

    private Answer estimate(Call call) {
        BatchRequest request = JsonBody.read(call.request().body(), BatchRequest.class);
        List<GardenPrompt> prompts = product.of(request.rows());
        return Answer.json(
                200,
                new Estimate(
                        prompts.size(),
                        request.pictures(),
                        prices.of(request.pictures()),
                        prompts.stream()
                                .map(GardenPrompt::text)
                                .distinct()
                                .limit(EXAMPLES)
                                .toList()));
    }

    private Answer order(Call call, BoothKey key) {
        BatchRequest request = JsonBody.read(call.request().body(), BatchRequest.class);
        return accepted(batches.order(request, key.booth(), call.request().header("idempotency-key")));
    }

    private Answer accepted(Batch batch) {
        BatchView view = views.view(batch);
        return Answer.json(202, view).with(Map.of("location", view.links().self()));
    }

    private static BatchId id(Call call) {
        return Optional.ofNullable(call.path().get("id")).map(BatchId::new).orElseThrow(BatchId::none);
    }
}
