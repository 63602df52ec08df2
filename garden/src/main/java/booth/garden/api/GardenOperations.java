package booth.garden.api;

import booth.core.job.ObjectStore;
import booth.garden.bulk.GenerationRoutes;
import booth.garden.datasets.Dataset;
import booth.garden.datasets.Exports;
import booth.garden.datasets.Items;
import booth.garden.pictures.Display;
import booth.garden.pictures.Gardener;
import booth.garden.pictures.Listings;
import booth.garden.pictures.PictureCopies;
import booth.garden.pictures.PictureLinks;
import booth.http.OpenApi;
import booth.http.Operation;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * What is done for each operation of the description that this function answers.
 *
 * @param garden the garden's bucket
 * @param listings of that bucket
 */
record GardenOperations(
        ObjectStore garden,
        Listings listings,
        PictureCopies copies,
        PictureLinks links,
        GenerationRoutes generation,
        InstantSource clock) {
    Map<String, Operation> all(OpenApi openApi) {
        Gardener gardener = new Gardener(garden, copies, listings, clock);
        Map<String, Operation> all = new HashMap<>();
        all.put("describeGarden", new Operation.Open(call -> openApi.answer()));
        all.putAll(new PictureRoutes(listings, gardener).operations());
        all.putAll(new SearchKeyRoutes(listings).operations());
        all.putAll(new DisplayRoutes(new Display(garden, copies)).operations());
        all.putAll(new ImageRoutes(links).operations());
        all.putAll(generation.operations());
        all.putAll(new Exports(datasets()).operations());
        return all;
    }

    private Map<String, Dataset> datasets() {
        return Map.of(
                "items", new Items(garden),
                "users", Dataset.empty("USER_ID", "GENERATION", "GENDER", "EMOTION"),
                "interactions", Dataset.empty("USER_ID", "ITEM_ID", "TIMESTAMP", "EVENT_TYPE", "IMPRESSION"));
    }
}
