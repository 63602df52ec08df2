package booth.notify;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.watching.ChangeEvent;
import booth.core.watching.Channel;
import booth.core.watching.ChannelMessage;
import booth.core.watching.Subscribers;
import booth.core.watching.Subscribers.Subscriber;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallOutTest {
    private static final Channel HALL = Channel.of("booth:hall");

    private final NotifyFixture fixture = new NotifyFixture();
    private final Subscribers subscribers = new Subscribers(fixture.store);
    private final Instant now = Instant.now();

    CallOutTest() {
        fixture.watchedFor = Duration.ZERO;
    }

    @Test
    void allWhoListenHearEveryMessageInItsOrderAndNobodyElseDoes() {
        listens("one", HALL);
        listens("two", HALL);
        listens("elsewhere", Channel.of("guest:hall"));
        fixture.watches("watcher");

        handle(said(HALL, "start-photo", "Welcome, Ada!"), said(HALL, "broadcast", "Lunch is ready."));

        for (String listener : List.of("one", "two"))
            assertThat(fixture.received.get(listener))
                    .extracting(message -> message.path("message").asText())
                    .containsExactly("Welcome, Ada!", "Lunch is ready.");
        assertThat(fixture.received).containsOnlyKeys("one", "two");
        assertThat(fixture.received.get("one")).first().satisfies(message -> {
            assertThat(message.path("channel").asText()).isEqualTo("booth:hall");
            assertThat(message.path("state").asText()).isEqualTo("start-photo");
        });
    }

    /** As after a restart of the embedded cloud, which closes all connections. */
    @Test
    void whoHasGoneIsForgottenAndKeepsNobodyWaiting() {
        listens("dead", HALL);
        listens("live", HALL);
        fixture.closed.add("dead");
        fixture.watchedFor = Duration.ofSeconds(40);

        handle(said(HALL, "broadcast", "Hello"));

        assertThat(fixture.received).containsOnlyKeys("live");
        assertThat(subscribers.of(HALL)).extracting(Subscriber::connection).containsExactly("live");
        assertThat(fixture.store.exists("connections/dead")).isFalse();
    }

    @Test
    void aConnectionThatIsAboutToOpenStays() {
        listens("opening", HALL);
        fixture.closed.add("opening");

        handle(said(HALL, "broadcast", "Hello"));

        assertThat(subscribers.of(HALL)).extracting(Subscriber::connection).containsExactly("opening");
    }

    @Test
    void aConnectionThatIsStuckMissesAMessageAndNobodyHearsItTwice() {
        listens("live", HALL);
        listens("stuck", HALL);
        fixture.stuck.add("stuck");

        handle(said(HALL, "broadcast", "Hello"));

        assertThat(fixture.received).containsOnlyKeys("live");
        assertThat(fixture.log)
                .singleElement()
                .satisfies(line -> assertThat(line).contains("call_missed"));
    }

    @Test
    void nobodyIsGreetedAfterAnHourOfStandstill() {
        listens("one", HALL);
        fixture.watchedFor = Duration.ofHours(1);

        handle(said(HALL, "start-photo", "Welcome, Ada!"));

        assertThat(fixture.received).isEmpty();
    }

    private void listens(String connection, Channel channel) {
        assertThat(subscribers.addUnlessFull(channel, connection, now)).isTrue();
    }

    private ChangeEvent said(Channel channel, String state, String words) {
        return ChangeEvent.calledOut(new ChannelMessage(channel, state, Optional.of("Ada"), Optional.of(words), now));
    }

    private void handle(ChangeEvent... events) {
        SQSEvent batch = new SQSEvent();
        batch.setRecords(Arrays.stream(events).map(CallOutTest::message).toList());
        assertThat(new PushHandler(fixture.push(), (receipt, delay) -> true, new JsonLog(fixture.log::add))
                        .handleRequest(batch, NoContext.get())
                        .getBatchItemFailures())
                .isEmpty();
    }

    private static SQSMessage message(ChangeEvent event) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(event.subject());
        message.setReceiptHandle("receipt");
        message.setBody(Json.text(event));
        message.setAttributes(Map.of("MessageGroupId", event.subject(), "ApproximateReceiveCount", "1"));
        return message;
    }
}
