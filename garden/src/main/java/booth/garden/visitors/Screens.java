package booth.garden.visitors;

import booth.core.Busy;
import booth.core.Refused;
import booth.core.access.BoothKey;
import booth.core.watching.ChangeEvent;
import booth.core.watching.ChangePublisher;
import booth.core.watching.Channel;
import booth.core.watching.ChannelMessage;
import booth.garden.taste.GuestId;
import booth.http.RateExceeded;
import booth.http.RateLimit;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Calls out greetings, broadcasts and games on a booth's channel, and what is meant for one guest's device on that guest's.
 * Only the holder of a booth's key chooses the words that others read.
 */
final class Screens {
    /** Whose channel it is for callers without a key; their jobs are this booth's, too. */
    static final String BOOTH = "public";

    /** A minute, on one channel: as much as anybody can read. */
    static final int PER_CHANNEL = 60;

    private final ChangePublisher publisher;
    private final RateLimit rates;
    private final InstantSource clock;

    Screens(ChangePublisher publisher, InstantSource clock) {
        this.publisher = publisher;
        this.rates = new RateLimit(clock);
        this.clock = clock;
    }

    /**
     * @param key of the booth that asks; without one it is nobody's
     * @throws Refused {@code UNAUTHORIZED} for a broadcast without a key
     * @throws RateExceeded when too much was called out on the channel
     * @throws Busy when it may get through later
     */
    void greet(Greeting greeting, Optional<BoothKey> key) {
        if (greeting.isBroadcast() && key.isEmpty())
            throw new Refused(
                    "UNAUTHORIZED",
                    "Broadcasts take a booth's key in the header 'Authorization: Bearer pb_…'; greetings do not.");
        Channel channel =
                new Channel(Channel.Kind.BOOTH, key.map(BoothKey::booth).orElse(BOOTH));
        callOut(channel, greeting.state().word(), greeting.userId(), greeting.words());
    }

    /**
     * @throws RateExceeded when too much was sent to the guest
     * @throws Busy when it may get through later
     */
    void control(Control control) {
        Channel channel = new Channel(Channel.Kind.GUEST, control.userId().value());
        callOut(channel, control.state(), control.userId(), control.words());
    }

    private void callOut(Channel channel, String state, GuestId guest, String words) {
        rates.take(channel.toString(), PER_CHANNEL);
        publisher.publish(ChangeEvent.calledOut(
                new ChannelMessage(channel, state, Optional.of(guest.value()), Optional.of(words), clock.instant())));
    }
}
