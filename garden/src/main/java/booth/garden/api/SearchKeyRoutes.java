package booth.garden.api;

import booth.core.Refused;
import booth.garden.pictures.Area;
import booth.garden.pictures.Listings;
import booth.garden.pictures.SearchKey;
import booth.http.Answer;
import booth.http.Call;
import booth.http.Operation;
import java.util.List;
import java.util.Map;

/** For what there are pictures. */
final class SearchKeyRoutes {
    private final Listings listings;

    SearchKeyRoutes(Listings listings) {
        this.listings = listings;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "listSearchKeys", new Operation.OptionalKey((call, key) -> list(call)),
                "rebuild", new Operation.Keyed((call, key) -> rebuild()));
    }

    record SearchKeys(List<SearchKey> searchKeys) {}

    record Rebuilt(int pictures) {}

    private Answer list(Call call) {
        return Answer.json(
                200,
                new SearchKeys(
                        listings.searchKeys(area(call.request().query("area").orElse("emotions")))));
    }

    private Answer rebuild() {
        int pictures = 0;
        for (Area area : Area.values()) pictures += listings.rebuild(area);
        return Answer.json(200, new Rebuilt(pictures));
    }

    private static Area area(String text) {
        return switch (text) {
            case "emotions" -> Area.EMOTIONS;
            case "imgPool" -> Area.POOL;
            default -> throw new Refused("INVALID_AREA", "'area' is 'emotions' or 'imgPool', not '" + text + "'.");
        };
    }
}
