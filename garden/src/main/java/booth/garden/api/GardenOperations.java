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
import booth.garden.pictures.PictureCounts;
import booth.garden.pictures.PictureLinks;
import booth.garden.taste.TasteRoutes;
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
 * @param taste whom which pictures are shown
 */
record GardenOperations(
        ObjectStore garden,
        Listings listings,
        PictureCopies copies,
        PictureLinks links,
        TasteRoutes taste,
        GenerationRoutes generation,
        InstantSource clock) {
    Map<String, Operation> all(OpenApi openApi) {
        Gardener gardener = new Gardener(garden, copies, listings, clock);
        Map<String, Operation> all = new HashMap<>();
        all.put("describeGarden", new Operation.Open(call -> openApi.answer()));
        all.putAll(new PictureRoutes(listings, gardener).operations());
        all.putAll(new OverviewRoutes(listings, new PictureCounts(garden), generation).operations());
        all.putAll(new DisplayRoutes(new Display(garden, copies)).operations());
        all.putAll(new ImageRoutes(links).operations());
        all.putAll(taste.operations());
        all.putAll(generation.operations());
        all.putAll(new Exports(datasets()).operations());
        return all;
    }

    private Map<String, Dataset> datasets() {
        Map<String, Dataset> all = new HashMap<>(taste.datasets());
        all.put("items", new Items(garden));
        return all;
    }
}
