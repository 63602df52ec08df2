package booth.garden.visitors;

import booth.core.access.BoothKey;
import booth.core.job.ObjectStore;
import booth.garden.taste.GuestId;
import booth.http.Answer;
import booth.http.Call;
import booth.http.JsonBody;
import booth.http.Operation;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** {@code POST /representative}, {@code /redis} and {@code /control}, as existing clients know them. */
final class VisitorsRoutes {
    /** Of the description. */
    static final String TAG = "visitors";

    record Shown(
            @JsonProperty("request_id") String requestId,
            @JsonProperty("generated_urls") List<String> generatedUrls) {}

    record Greeted(GuestId userId, Greeting.State state) {}

    record Controlled(int statusCode, String info) {
        static final Controlled DONE = new Controlled(200, "{\"result\":\"success\"}");
    }

    private final ObjectStore garden;
    private final UnaryOperator<String> link;
    private final Screens screens;

    /**
     * @param garden the garden's bucket
     * @param link turns a key of it into a link that works for a while
     */
    VisitorsRoutes(ObjectStore garden, UnaryOperator<String> link, Screens screens) {
        this.garden = garden;
        this.link = link;
        this.screens = screens;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "showRepresentatives", new Operation.OptionalKey(this::show),
                "greet", new Operation.OptionalKey(this::greet),
                "control", new Operation.OptionalKey(this::control));
    }

    /** Only pictures that are there. */
    private Answer show(Call call, Optional<BoothKey> key) {
        List<String> urls = Arrays.stream(Spot.values())
                .map(Spot::key)
                .filter(garden::exists)
                .map(link)
                .toList();
        return Answer.json(200, Envelope.of(new Shown(UUID.randomUUID().toString(), urls)));
    }

    private Answer greet(Call call, Optional<BoothKey> key) {
        Greeting greeting = JsonBody.read(call.request().body(), Greeting.class);
        screens.greet(greeting, key);
        return Answer.json(200, Envelope.of(new Greeted(greeting.userId(), greeting.state())));
    }

    private Answer control(Call call, Optional<BoothKey> key) {
        screens.control(JsonBody.read(call.request().body(), Control.class));
        return Answer.json(200, Controlled.DONE);
    }
}
