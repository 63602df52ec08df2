package booth.garden.api;

import booth.core.Refused;
import booth.core.access.BoothKey;
import booth.garden.Origin;
import booth.garden.pictures.Area;
import booth.garden.pictures.GardenPage;
import booth.garden.pictures.Gardener;
import booth.garden.pictures.Listing;
import booth.garden.pictures.PictureKey;
import booth.garden.pictures.Pictures;
import booth.garden.pictures.SearchKey;
import booth.http.Answer;
import booth.http.Call;
import booth.http.JsonBody;
import booth.http.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What pictures there are, and what a gardener does with them. */
final class PictureRoutes {
    private static final int MOST = 1000;

    private final Pictures pictures;
    private final Gardener gardener;

    PictureRoutes(Pictures pictures, Gardener gardener) {
        this.pictures = pictures;
        this.gardener = gardener;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "gardenFromDb", new Operation.OptionalKey((call, key) -> pictures(call, Area.EMOTIONS)),
                "retrieve", new Operation.OptionalKey((call, key) -> pictures(call, Area.POOL)),
                "remove", new Operation.Keyed((call, key) -> remove(call, Area.EMOTIONS)),
                "removePool", new Operation.Keyed((call, key) -> remove(call, Area.POOL)),
                "clearIndex", new Operation.Keyed(this::clearIndex),
                "promote", new Operation.Keyed(this::promote));
    }

    /**
     * Of whom the pictures are asked for matters to {@code /garden} alone.
     *
     * @param from where a page begins
     * @param count how many it has at most
     */
    record Query(
            Optional<String> id,
            SearchKey emotion,
            Optional<String> generation,
            Optional<String> gender,
            Optional<PictureKey> from,
            Optional<Integer> count) {
        Query {
            if (count.filter(many -> many < 1).isPresent())
                throw new Refused("INVALID_COUNT", "'count' is at least 1.");
        }
    }

    /** Pictures by their keys. */
    record Chosen(List<PictureKey> objName) {
        Chosen {
            objName = List.copyOf(objName);
            requireFew(objName);
        }
    }

    record Cleared(PictureKey objName) {}

    record Promotion(List<PictureKey> objName, Optional<SearchKey> searchKey) {
        Promotion {
            objName = List.copyOf(objName);
            requireFew(objName);
        }
    }

    /** @param missing were not in the pool */
    record Promoted(List<PictureKey> promoted, List<PictureKey> missing) {}

    private Answer pictures(Call call, Area area) {
        Query query = JsonBody.read(call.request().body(), Query.class);
        Listing listing = pictures.listing(area, query.emotion());
        Listing.Page page = listing.page(query.from(), query.count().orElse(Integer.MAX_VALUE));
        return Answer.json(200, GardenPage.of(page, Origin.of(call.request())::url));
    }

    private Answer remove(Call call, Area area) {
        List<PictureKey> chosen =
                JsonBody.read(call.request().body(), Chosen.class).objName();
        requireIn(area, chosen);
        gardener.remove(chosen);
        return empty();
    }

    private Answer clearIndex(Call call, BoothKey key) {
        PictureKey chosen = JsonBody.read(call.request().body(), Cleared.class).objName();
        requireIn(Area.EMOTIONS, List.of(chosen));
        gardener.hide(chosen);
        return empty();
    }

    private Answer promote(Call call, BoothKey key) {
        Promotion promotion = JsonBody.read(call.request().body(), Promotion.class);
        requireIn(Area.POOL, promotion.objName());
        List<PictureKey> promoted = gardener.promote(promotion.objName(), promotion.searchKey());
        Set<String> names = new HashSet<>();
        promoted.forEach(picture -> names.add(picture.name()));
        return Answer.json(
                200,
                new Promoted(
                        promoted,
                        promotion.objName().stream()
                                .filter(picture -> !names.contains(picture.name()))
                                .toList()));
    }

    /** Nobody removes what is no picture, or a picture from where he did not mean to. */
    private static void requireIn(Area area, List<PictureKey> chosen) {
        for (PictureKey picture : chosen)
            if (picture.area() != area)
                throw new Refused(
                        "NOT_A_PICTURE",
                        "Only pictures in '" + area.prefix() + "' are meant here, not " + picture + ".");
    }

    private static void requireFew(List<PictureKey> chosen) {
        if (chosen.size() > MOST)
            throw new Refused("TOO_MANY_PICTURES", "At most 1,000 pictures in a call, not " + chosen.size() + ".");
    }

    private static Answer empty() {
        return new Answer(200, Map.of("cache-control", "no-store"), "");
    }
}
