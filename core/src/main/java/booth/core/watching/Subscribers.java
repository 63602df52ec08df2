package booth.core.watching;

import static java.nio.charset.StandardCharsets.UTF_8;

import booth.core.Refused;
import booth.core.job.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who listens on a channel: one marker {@code channels/<kind>/<name>/<connection>} for each connection, and
 * {@code connections/<connection>}, which says where a connection listens, for it is closed by its name alone.
 */
public final class Subscribers {
    /** Of one channel: the screens of a hall. */
    public static final int MOST = 50;

    private static final String CHANNELS = "channels/";
    private static final String CONNECTIONS = "connections/";
    /** API Gateway closes every connection by then. */
    private static final Duration LONGEST = Duration.ofHours(2);

    /** @param since when it began to listen */
    public record Subscriber(String connection, Instant since) {}

    private final ObjectStore store;

    /** @param store the jobs bucket */
    public Subscribers(ObjectStore store) {
        this.store = store;
    }

    /** Of several that come at once more may be refused than need be, but never too few. */
    public boolean addUnlessFull(Channel channel, String connection, Instant now) {
        if (alive(channel, now) >= MOST) return false;
        store.write(CONNECTIONS + connection, channel.toString().getBytes(UTF_8));
        store.write(prefix(channel) + connection, new byte[0]);
        if (alive(channel, now) <= MOST) return true;
        remove(channel, connection);
        return false;
    }

    private long alive(Channel channel, Instant now) {
        return of(channel).stream()
                .filter(one -> one.since().plus(LONGEST).isAfter(now))
                .count();
    }

    public void remove(Channel channel, String connection) {
        store.delete(CONNECTIONS + connection);
        store.delete(prefix(channel) + connection);
    }

    /** The channel on which a connection listens; empty for one that watches a job. */
    public Optional<Channel> channelOf(String connection) {
        return store.find(CONNECTIONS + connection).flatMap(stored -> parse(new String(stored.bytes(), UTF_8)));
    }

    private static Optional<Channel> parse(String text) {
        try {
            return Optional.of(Channel.of(text));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    public List<Subscriber> of(Channel channel) {
        String prefix = prefix(channel);
        return store.list(prefix).stream()
                .map(marker -> new Subscriber(marker.key().substring(prefix.length()), marker.modified()))
                .toList();
    }

    private static String prefix(Channel channel) {
        return CHANNELS + channel.kind().word() + "/" + channel.name() + "/";
    }
}
