package booth.garden.api;

import booth.core.Refused;
import booth.core.access.BoothKey;
import booth.garden.Origin;
import booth.garden.pictures.Display;
import booth.garden.pictures.Orientation;
import booth.garden.pictures.PictureKey;
import booth.http.Answer;
import booth.http.Call;
import booth.http.JsonBody;
import booth.http.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What hangs on the walls. */
final class DisplayRoutes {
    private final Display display;

    DisplayRoutes(Display display) {
        this.display = display;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "updateDisplay", new Operation.Keyed(this::update),
                "seeDisplay", new Operation.OptionalKey((call, key) -> see(call)));
    }

    /**
     * Pictures by their keys, or by URLs whose paths are their keys; an empty text leaves its place as it is.
     *
     * @param zone e.g. {@code zone1}
     */
    record Update(String zone, Optional<List<String>> landscape, Optional<List<String>> portrait) {
        Update {
            zone = Display.zone(zone);
        }
    }

    /** Eight URLs each, which change with their pictures; none for an empty place. */
    record Shown(String zone, List<Optional<String>> landscape, List<Optional<String>> portrait) {}

    /** All pictures are looked for before the first is hung up. */
    private Answer update(Call call, BoothKey key) {
        Update update = JsonBody.read(call.request().body(), Update.class);
        List<Optional<PictureKey>> landscape = chosen(update.landscape());
        List<Optional<PictureKey>> portrait = chosen(update.portrait());
        display.require(landscape);
        display.require(portrait);
        display.update(update.zone(), Orientation.LANDSCAPE, landscape);
        display.update(update.zone(), Orientation.PORTRAIT, portrait);
        return new Answer(
                200, Map.of("content-type", "text/plain", "cache-control", "no-store"), "sucess"); // as clients know it
    }

    private static List<Optional<PictureKey>> chosen(Optional<List<String>> pictures) {
        return pictures.orElse(List.of()).stream().map(DisplayRoutes::picture).toList();
    }

    private static Optional<PictureKey> picture(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(PictureKey.of(isUrl(text) ? path(text) : text));
    }

    private static boolean isUrl(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    private static String path(String url) {
        try {
            return URI.create(url).getPath().substring(1);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refused("NOT_A_PICTURE", "This is no URL of a picture: '" + url + "'.", e);
        }
    }

    private Answer see(Call call) {
        String zone = Display.zone(call.path().getOrDefault("zone", ""));
        Origin origin = Origin.of(call.request());
        List<Display.Place> places = display.places(zone);
        return Answer.json(
                200,
                new Shown(
                        zone,
                        slots(places, Orientation.LANDSCAPE, origin),
                        slots(places, Orientation.PORTRAIT, origin)));
    }

    private static List<Optional<String>> slots(List<Display.Place> places, Orientation orientation, Origin origin) {
        List<Optional<String>> slots = new ArrayList<>(Collections.nCopies(Display.PLACES, Optional.empty()));
        for (Display.Place place : places)
            if (place.orientation() == orientation)
                slots.set(place.number() - 1, Optional.of(origin.url(place.key()) + "?v=" + place.version()));
        return slots;
    }
}
