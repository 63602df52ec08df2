package booth.garden.mood;

import booth.core.access.BoothKey;
import booth.garden.taste.GuestId;
import booth.http.Answer;
import booth.http.Call;
import booth.http.Operation;
import booth.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /emotion}. */
final class MoodRoutes {
    /** Of the description. */
    static final String TAG = "mood";

    private static final Answer NO_FACE = new Answer(
            404, Map.of("content-type", "text/plain; charset=utf-8", "cache-control", "no-store"), "No Face");

    private final ReadMood mood;

    MoodRoutes(ReadMood mood) {
        this.mood = mood;
    }

    Map<String, Operation> operations() {
        return Map.of("readEmotion", new Operation.OptionalKey(this::read));
    }

    private Answer read(Call call, Optional<BoothKey> key) {
        Request request = call.request();
        GuestId guest = request.header("x-user-id")
                .filter(id -> !id.isBlank())
                .map(GuestId::new)
                .orElseGet(() -> new GuestId(UUID.randomUUID().toString()));
        return mood.read(guest, request.body())
                .map(read -> Answer.json(200, read))
                .orElse(NO_FACE);
    }
}
