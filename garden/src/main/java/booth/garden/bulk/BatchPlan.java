package booth.garden.bulk;

import booth.core.job.Seed;
import booth.garden.orders.GardenOrder;
import booth.garden.pictures.Orientation;
import booth.garden.pictures.PictureKey;
import java.util.ArrayList;
import java.util.List;

/** All orders of one attempt of a batch, as they stand in its plan: the same batch always has the same. */
record BatchPlan(List<GardenOrder> orders) {
    BatchPlan {
        orders = List.copyOf(orders);
    }

    static BatchPlan of(Batch batch, PromptProduct product) {
        List<GardenPrompt> prompts = product.of(batch.request().rows());
        List<GardenOrder> orders = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++)
            for (Orientation orientation : Orientation.values())
                orders.add(order(batch, prompts.get(i), i + 1, orientation, orders.size()));
        return new BatchPlan(orders);
    }

    private static GardenOrder order(Batch batch, GardenPrompt prompt, int number, Orientation orientation, int item) {
        PictureKey key =
                PictureKey.painted(batch.request().target(), prompt.search(), batch.createdAt(), number, orientation);
        BatchKeys keys = batch.keys();
        return GardenOrder.of(key.key(), prompt.text(), orientation.width(), orientation.height())
                .seeded(seed(batch, number))
                .noted(keys.failed(item), keys.done(item), keys.canceled(batch.attempt()));
    }

    /** One for both pictures of a prompt, another one for each prompt. */
    private static Seed seed(Batch batch, int number) {
        String base = batch.request()
                .seed()
                .map(Seed::value)
                .map(String::valueOf)
                .orElse(batch.id().text());
        return Seed.of(base + "/" + number);
    }
}
