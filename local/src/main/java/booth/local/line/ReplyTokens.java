package booth.local.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** A reply token works once, and only for a while after its event: on LINE for a minute. */
final class ReplyTokens {
    private static final int MOST = 500;
    private static final Duration ON_LINE = Duration.ofMinutes(1);

    private record Issued(Cast.Kind chat, Instant at) {}

    private final Newest<Issued> issued = new Newest<>(MOST);
    private final InstantSource clock;
    private Duration lifetime = ON_LINE;

    ReplyTokens(InstantSource clock) {
        this.clock = clock;
    }

    String issue(Cast.Kind chat) {
        String token = UUID.randomUUID().toString().replace("-", "");
        issued.put(token, new Issued(chat, clock.instant()));
        return token;
    }

    /** Where it leads; it does so once. */
    Optional<Cast.Kind> use(String token) {
        return issued.remove(token)
                .filter(one -> clock.instant().isBefore(one.at().plus(lifetime)))
                .map(Issued::chat);
    }

    /** From now on, also for those that are out. */
    void lifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }
}
