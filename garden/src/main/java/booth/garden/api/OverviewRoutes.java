package booth.garden.api;

import booth.core.Refused;
import booth.garden.Origin;
import booth.garden.bulk.GenerationRoutes;
import booth.garden.bulk.GenerationRoutes.Growing;
import booth.garden.pictures.Area;
import booth.garden.pictures.Listing;
import booth.garden.pictures.Listings;
import booth.garden.pictures.PictureCounts;
import booth.garden.pictures.PictureKey;
import booth.garden.pictures.SearchKey;
import booth.http.Answer;
import booth.http.Call;
import booth.http.Operation;
import booth.http.Request;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a gardener looks over: how many pictures there are of what, and they themselves a page at a time. */
final class OverviewRoutes {
    private static final String USUAL = "50";
    private static final int MOST = 500;

    private final Listings listings;
    private final PictureCounts counts;
    private final GenerationRoutes generation;

    OverviewRoutes(Listings listings, PictureCounts counts, GenerationRoutes generation) {
        this.listings = listings;
        this.counts = counts;
        this.generation = generation;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "summary", new Operation.OptionalKey((call, key) -> summary()),
                "listPictures", new Operation.OptionalKey((call, key) -> list(call)),
                "rebuild", new Operation.Keyed((call, key) -> rebuild()));
    }

    record Summary(ObjectNode emotions, ObjectNode imgPool, Optional<Growing> growing) {}

    record Bed(
            String key,
            String url,
            String thumbnail,
            String orientation,
            String emotion,
            Optional<String> favorite,
            Optional<Instant> paintedAt) {}

    record Beds(List<Bed> pictures, Optional<PictureKey> cursor) {}

    record Rebuilt(int pictures) {}

    private Answer summary() {
        return Answer.json(200, new Summary(counted(Area.EMOTIONS), counted(Area.POOL), generation.growing()));
    }

    /** By emotion, how many there are of it itself and of its favourites. */
    private ObjectNode counted(Area area) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        int total = 0;
        for (Map.Entry<String, Integer> one : counts.of(area).entrySet()) {
            SearchKey search = SearchKey.parse(one.getKey());
            ObjectNode emotion = all.withObjectProperty(search.emotion());
            if (emotion.isEmpty()) emotion.put("count", 0).putObject("favorites");
            if (search.favourite().isEmpty()) emotion.put("count", one.getValue());
            search.favourite()
                    .ifPresent(
                            favourite -> emotion.withObjectProperty("favorites").put(favourite, one.getValue()));
            total += one.getValue();
        }
        return all.put("total", total);
    }

    private Answer list(Call call) {
        Request request = call.request();
        Area area = area(request.query("area").orElse(Area.EMOTIONS.word()));
        SearchKey search = new SearchKey(
                request.query("emotion").orElseThrow(OverviewRoutes::noEmotion), request.query("favorite"));
        Listing.Page page =
                listings.listing(area, search).page(request.query("cursor").map(PictureKey::of), limit(request));
        Origin origin = Origin.of(request);
        return Answer.json(
                200,
                new Beds(page.pictures().stream().map(one -> bed(one, origin)).toList(), page.next()));
    }

    private static Bed bed(PictureKey picture, Origin origin) {
        String url = origin.url(picture.key());
        return new Bed(
                picture.key(),
                url,
                url,
                picture.orientation().name().toLowerCase(Locale.ROOT),
                picture.emotion(),
                picture.favourite(),
                picture.paintedAt());
    }

    private static int limit(Request request) {
        String text = request.query("limit").orElse(USUAL);
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST)
            throw new Refused("INVALID_LIMIT", "'limit' is 1 to 500, not '" + text + "'.");
        return Integer.parseInt(text);
    }

    private static Refused noEmotion() {
        return new Refused("INVALID_SEARCH_KEY", "Say of which 'emotion', e.g. 'happy'.");
    }

    private Answer rebuild() {
        int pictures = 0;
        for (Area area : Area.values()) pictures += listings.rebuild(area);
        return Answer.json(200, new Rebuilt(pictures));
    }

    private static Area area(String text) {
        for (Area area : Area.values()) if (area.word().equals(text)) return area;
        throw new Refused("INVALID_AREA", "'area' is 'emotions' or 'imgPool', not '" + text + "'.");
    }
}
