package booth.core.watching;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is called out on a channel. Unlike changes of a job it is told once, to those who listen just then.
 *
 * @param state what it is about, e.g. {@code start-photo} or {@code broadcast}
 * @param userId the guest whom it is about, as he is called on screens
 * @param message in words
 */
public record ChannelMessage(
        Channel channel, String state, Optional<String> userId, Optional<String> message, Instant sentAt) {
    /** A greeting is none when the guest has gone. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Whether it is still worth telling. */
    public boolean isFresh(Instant now) {
        return now.isBefore(sentAt.plus(FRESH));
    }
}
