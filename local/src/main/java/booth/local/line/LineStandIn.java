package booth.local.line;

import booth.emulator.wire.PublicService;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Stands before the pages and the API, where a bot is deployed: LINE for the bot, and the app for its guest. */
public final class LineStandIn implements PublicService {
    /** An SDK's client finds this machine's AWS by {@code aws.endpointUrl}; the bot finds this LINE by its like. */
    public static final String ENDPOINT_PROPERTY = "line.endpointUrl";

    private static final List<Duration> REDELIVERIES =
            List.of(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(60));

    /** The bot that is deployed. */
    public record Bot(URI webhook, LineChannel channel) {}

    private record Parts(BotApi bot, ChatApi chat) {}

    private final PublicService next;
    private final Supplier<Optional<Bot>> bot;
    private final ChatKey key;
    private final Path sample;
    private final InstantSource clock;
    private final List<Duration> redeliveries;
    private Optional<Parts> parts = Optional.empty();

    /**
     * @param next who answers what is not LINE's
     * @param bot empty where the stack has none, or has not been deployed yet
     * @param sample a photo for whoever has none at hand
     */
    public LineStandIn(PublicService next, Supplier<Optional<Bot>> bot, ChatKey key, Path sample) {
        this(next, bot, key, sample, InstantSource.system(), REDELIVERIES);
    }

    LineStandIn(
            PublicService next,
            Supplier<Optional<Bot>> bot,
            ChatKey key,
            Path sample,
            InstantSource clock,
            List<Duration> redeliveries) {
        this.next = next;
        this.bot = bot;
        this.key = key;
        this.sample = sample;
        this.clock = clock;
        this.redeliveries = redeliveries;
    }

    @Override
    public boolean isThere() {
        return next.isThere();
    }

    @Override
    public boolean has(String path) {
        return isLines(path) && parts().isPresent() || next.has(path);
    }

    private static boolean isLines(String path) {
        return path.startsWith(BotApi.PATHS) || path.startsWith(ChatApi.PATHS);
    }

    @Override
    public void answer(Context request) {
        Optional<Parts> line = isLines(request.path()) ? parts() : Optional.empty();
        if (line.isEmpty()) next.answer(request);
        else if (request.path().startsWith(BotApi.PATHS)) line.get().bot().answer(request);
        else line.get().chat().answer(request);
    }

    /** Put together when the first asks, which is after the start. */
    private synchronized Optional<Parts> parts() {
        if (parts.isEmpty()) parts = bot.get().map(this::parts);
        return parts;
    }

    private Parts parts(Bot deployed) {
        LineChannel channel = deployed.channel();
        Platform platform = new Platform(Cast.of(channel), clock);
        Webhooks webhooks = new Webhooks(platform, channel, deployed.webhook(), redeliveries);
        return new Parts(new BotApi(platform, channel), new ChatApi(platform, webhooks, key, sample));
    }
}
