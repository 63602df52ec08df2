package booth.garden.bulk;

import booth.core.Json;
import booth.core.Refused;
import booth.garden.orders.GardenOrder;
import booth.garden.orders.OrderQueue;
import booth.garden.pictures.Orientation;
import booth.garden.pictures.PictureKey;
import booth.garden.pictures.SearchKey;
import booth.http.Answer;
import booth.http.Call;
import booth.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /bulk}: orders one landscape and one portrait picture for the pool, and echoes what was asked. The same name and
 * index twice are one pair, for a picture that is there is never painted again.
 */
final class BulkRoute {
    /** @param prompt JSON of a {@link Prompt}, in a text */
    private record Body(int index, String prompt, String fname) {
        Body {
            if (index < 0) throw new Refused("INVALID_INDEX", "'index' is a whole number from 0.");
        }
    }

    private record Prompt(
            String emotion, Optional<String> emotionText, Optional<String> favorite, Optional<String> others) {
        String text() {
            return PromptText.of(Stream.of(emotionText.orElse(""), favorite.orElse(""), others.orElse("")));
        }
    }

    private final OrderQueue queue;

    BulkRoute(OrderQueue queue) {
        this.queue = queue;
    }

    Answer order(Call call) {
        Body body = JsonBody.read(call.request().body(), Body.class);
        Prompt prompt = prompt(body.prompt());
        SearchKey search = new SearchKey(prompt.emotion(), prompt.favorite().filter(one -> !one.isBlank()));
        PictureName name = new PictureName(body.fname());
        for (Orientation orientation : Orientation.values()) {
            PictureKey key = name.key(search, body.index(), orientation);
            queue.send(GardenOrder.of(key.key(), prompt.text(), orientation.width(), orientation.height()));
        }
        return Answer.json(200, body);
    }

    private static Prompt prompt(String json) {
        try {
            return Json.read("The prompt", json.getBytes(StandardCharsets.UTF_8), Prompt.class);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    "INVALID_PROMPT",
                    "'prompt' is a text with JSON in it: {\"emotion\": …, \"emotionText\": …, \"favorite\": …,"
                            + " \"others\": …}.",
                    e);
        }
    }
}
