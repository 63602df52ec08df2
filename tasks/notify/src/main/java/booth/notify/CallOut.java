package booth.notify;

import booth.core.Concurrently;
import booth.core.Json;
import booth.core.function.JsonLog;
import booth.core.function.LogLine;
import booth.core.job.ObjectStore;
import booth.core.watching.ChangeEvent;
import booth.core.watching.ChannelMessage;
import booth.core.watching.Subscribers;
import booth.core.watching.Subscribers.Subscriber;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Tells those who listen on a channel what is called out there, in order and once: who is not there just then misses it.
 * After an hour of standstill nobody is greeted who has long gone.
 */
final class CallOut {
    /** As with watchers of a job. */
    private static final Duration OPENING = Duration.ofSeconds(30);

    private final Subscribers subscribers;
    private final Stream stream;
    private final InstantSource clock;
    private final JsonLog log;

    /** @param store the jobs bucket */
    CallOut(ObjectStore store, Stream stream, InstantSource clock, JsonLog log) {
        this.subscribers = new Subscribers(store);
        this.stream = stream;
        this.clock = clock;
        this.log = log;
    }

    /**
     * @param events of one channel
     * @return none: nothing is called out again
     */
    Set<ChangeEvent> callOut(List<ChangeEvent> events) {
        List<ChannelMessage> fresh = events.stream()
                .flatMap(event -> event.calledOut().stream())
                .filter(message -> message.isFresh(clock.instant()))
                .toList();
        if (fresh.isEmpty()) return Set.of();
        List<byte[]> messages = fresh.stream().map(Json::bytes).toList();
        Concurrently.each(subscribers.of(fresh.get(0).channel()), listener -> {
            send(fresh.get(0), listener, messages);
            return listener;
        });
        return Set.of();
    }

    private void send(ChannelMessage any, Subscriber listener, List<byte[]> messages) {
        for (byte[] message : messages) {
            switch (stream.send(listener.connection(), message)) {
                case SENT -> {}
                case FAILED -> log.write(LogLine.of("call_missed"));
                case GONE -> {
                    if (!opening(listener)) subscribers.remove(any.channel(), listener.connection());
                    return;
                }
            }
        }
    }

    private boolean opening(Subscriber listener) {
        return listener.since().plus(OPENING).isAfter(clock.instant());
    }
}
