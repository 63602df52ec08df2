package booth.garden.bulk;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import booth.core.job.ObjectStore;
import booth.garden.orders.GardenOrder;
import booth.garden.orders.OrderQueue;
import booth.garden.pictures.PictureKey;
import booth.http.Answer;
import booth.http.Call;
import booth.http.JsonBody;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code /text2image}: paints a text while its caller waits, several pictures at once where several are configured. API
 * Gateway cuts a call off after 29 s, so what is not there by then is named as pending, with the link where it will be.
 */
final class TextToImageRoute {
    /** How long a call may wait. */
    static final Duration LONGEST = Duration.ofSeconds(25);

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 1536;

    /** Lets time pass. */
    interface Pause {
        void pause(Duration time);
    }

    private record Body(String text, int width, int height) {
        Body {
            PromptText.of(Stream.of(text));
            for (int side : List.of(width, height))
                if (side < LEAST_SIDE || side > MOST_SIDE)
                    throw new Refused(
                            "INVALID_SIZE", "'width' and 'height' are " + LEAST_SIDE + " to " + MOST_SIDE + " pixels.");
        }
    }

    /**
     * As clients know it, and what they could not be told before.
     *
     * @param body the stored pictures' links, as JSON in a text
     * @param time in whole seconds
     * @param pending links where the others will be; 403 or 404 until then
     * @param failed why some will not come
     */
    private record Painted(int statusCode, String body, long time, List<String> pending, List<String> failed) {}

    private record Note(String errorType, String errorMessage) {}

    private final ObjectStore garden;
    private final OrderQueue queue;
    private final UnaryOperator<String> link;
    private final int pictures;
    private final RandomGenerator random;
    private final Pause pause;
    private final InstantSource clock;

    /**
     * @param link of a key
     * @param pictures how many one call paints
     */
    TextToImageRoute(
            ObjectStore garden,
            OrderQueue queue,
            UnaryOperator<String> link,
            int pictures,
            RandomGenerator random,
            Pause pause,
            InstantSource clock) {
        this.garden = garden;
        this.queue = queue;
        this.link = link;
        this.pictures = pictures;
        this.random = random;
        this.pause = pause;
        this.clock = clock;
    }

    Answer paint(Call call) {
        Body body = JsonBody.read(call.request().body(), Body.class);
        Instant begun = clock.instant();
        List<GardenOrder> waiting = new ArrayList<>(orders(body, begun));
        for (GardenOrder order : waiting) queue.send(order);
        List<String> stored = new ArrayList<>();
        List<Note> failed = new ArrayList<>();
        while (true) {
            waiting.removeIf(order -> isOver(order, stored, failed));
            if (waiting.isEmpty() || !clock.instant().isBefore(begun.plus(LONGEST))) break;
            pause.pause(PAUSE);
        }
        List<String> pending =
                waiting.stream().map(order -> link.apply(order.key())).toList();
        int status = status(stored, pending, failed);
        long seconds = Duration.between(begun, clock.instant()).toSeconds();
        return Answer.json(
                status,
                new Painted(
                        status,
                        Json.text(stored),
                        seconds,
                        pending,
                        failed.stream().map(Note::errorMessage).toList()));
    }

    /** Names begin at random, so that two calls in one second do not get each other's pictures. */
    private List<GardenOrder> orders(Body body, Instant now) {
        int first = random.nextInt(1, 1_000_000);
        return IntStream.range(0, pictures)
                .mapToObj(i -> GardenOrder.of(
                        String.format(Locale.ROOT, "img_%s_%d.jpeg", PictureKey.stamp(now), first + i),
                        body.text(),
                        body.width(),
                        body.height()))
                .toList();
    }

    private boolean isOver(GardenOrder order, List<String> stored, List<Note> failed) {
        if (garden.exists(order.key())) return stored.add(link.apply(order.key()));
        Optional<Note> note = garden.find(order.failureNote())
                .map(found -> Json.read(order.failureNote(), found.bytes(), Note.class));
        note.ifPresent(failed::add);
        return note.isPresent();
    }

    private static int status(List<String> stored, List<String> pending, List<Note> failed) {
        if (!stored.isEmpty()) return 200;
        if (!pending.isEmpty()) return 202;
        if (failed.stream().anyMatch(note -> note.errorType().equals(Refused.class.getName()))) return 422;
        return failed.stream().anyMatch(note -> note.errorType().equals(Busy.class.getName())) ? 503 : 500;
    }
}
