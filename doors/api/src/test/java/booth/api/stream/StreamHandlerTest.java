package booth.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Concurrently;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.InMemoryObjectStore;
import booth.core.job.Job;
import booth.core.job.JobId;
import booth.core.job.JobRequest;
import booth.core.job.Jobs;
import booth.core.job.MortalStore;
import booth.core.job.ObjectStore;
import booth.core.watching.ChangeEvent;
import booth.core.watching.Channel;
import booth.core.watching.Subscribers;
import booth.core.watching.Subscribers.Subscriber;
import booth.core.watching.Watchers;
import booth.core.watching.Watchers.Watcher;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamHandlerTest {
    private static final JobId JOB = JobId.random();

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Watchers watchers = new Watchers(store);
    private final List<ChangeEvent> events = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private Instant now = Instant.now();

    StreamHandlerTest() {
        JobRequest request =
                new JobRequest("face.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of());
        new Jobs(store).create(Job.awaitingUpload(JOB, request, Instant.EPOCH));
    }

    @Test
    void whoKnowsTheJobMayWatchItAndSeesItAtOnce() {
        assertThat(connect("one", JOB.value())).isEqualTo(200);

        assertThat(watchers.of(JOB)).extracting(Watcher::connection).containsExactly("one");
        assertThat(events).containsExactly(ChangeEvent.asked(JOB, "one"));
    }

    @Test
    void whoKnowsNoJobStaysOutside() {
        assertThat(connect("one", JobId.random().value())).isEqualTo(404);
        assertThat(connect("one", "../" + JOB)).isEqualTo(404);
        assertThat(connect("one", "")).isEqualTo(404);
        assertThat(event("CONNECT", "one", null)).isEqualTo(404);

        assertThat(events).isEmpty();
        assertThat(store.list("connections/")).isEmpty();
    }

    @Test
    void aJobThatIsErasedWhileSomebodyConnectsIsNotWatched() {
        Jobs jobs = new Jobs(store);
        ObjectStore erased = new MortalStore(store, Integer.MAX_VALUE) {
            @Override
            public void write(String key, byte[] bytes) {
                super.write(key, bytes);
                jobs.beginErasing(JOB, Instant.EPOCH);
            }
        };

        assertThat(new Stream(erased, events::add, () -> Instant.EPOCH, new JsonLog(log::add))
                        .connect("one", Optional.of(JOB.value())))
                .isEqualTo(Stream.Entry.NO_SUCH_JOB);

        assertThat(events).isEmpty();
        assertThat(watchers.of(JOB)).isEmpty();
        assertThat(store.list("connections/")).isEmpty();
    }

    @Test
    void whateverAWatcherSaysItIsShownTheJobAgain() {
        connect("one", JOB.value());

        assertThat(event("MESSAGE", "one", null)).isEqualTo(200);

        assertThat(events).containsExactly(ChangeEvent.asked(JOB, "one"), ChangeEvent.asked(JOB, "one"));
    }

    @Test
    void whoLeavesLeavesNothingBehind() {
        connect("one", JOB.value());
        connect("two", JOB.value());

        assertThat(event("DISCONNECT", "one", null)).isEqualTo(200);
        assertThat(event("DISCONNECT", "one", null)).as("told twice").isEqualTo(200);

        assertThat(watchers.of(JOB)).extracting(Watcher::connection).containsExactly("two");
        assertThat(store.list("connections/")).hasSize(1);
    }

    @Test
    void aJobHasSoManyWatchersAndOneMoreWhenOneLeaves() {
        for (int i = 0; i < Watchers.MOST; i++)
            assertThat(connect("early-" + i, JOB.value())).isEqualTo(200);

        assertThat(connect("late", JOB.value())).isEqualTo(429);
        assertThat(watchers.of(JOB)).hasSize(Watchers.MOST);
        assertThat(watchers.watchedBy("late")).isEmpty();
        event("DISCONNECT", "early-3", null);
        assertThat(connect("late", JOB.value())).isEqualTo(200);
    }

    /** Of a cloud that was killed nobody has said goodbye. */
    @Test
    void whoKeepsOthersOutIsCalledUpOnceInTwoSeconds() {
        for (int i = 0; i < Watchers.MOST; i++) watchers.add(JOB, "dead-" + i);

        connect("one", JOB.value());
        connect("two", JOB.value());

        assertThat(events).hasSize(2).containsOnly(ChangeEvent.rollCall(JOB, now));
    }

    @Test
    void aWatcherIsForgottenAfterTheTwoHoursThatAConnectionLasts() {
        for (int i = 0; i < Watchers.MOST; i++) watchers.add(JOB, "old-" + i);
        now = now.plus(Duration.ofHours(2)).plusSeconds(1);

        assertThat(connect("one", JOB.value())).isEqualTo(200);
    }

    @Test
    void aCrowdThatComesAtOnceNeverHasMore() {
        List<String> crowd = IntStream.range(0, 200).mapToObj(i -> "guest-" + i).toList();
        Stream stream = new Stream(store, event -> {}, () -> now, new JsonLog(line -> {}));

        List<Stream.Entry> answers = Concurrently.each(crowd, guest -> stream.connect(guest, Optional.of(JOB.value())));

        assertThat(watchers.of(JOB)).hasSizeLessThanOrEqualTo(Watchers.MOST);
        assertThat(answers).filteredOn(Stream.Entry.LET_IN::equals).hasSameSizeAs(watchers.of(JOB));
    }

    /** Otherwise it would wait for a state that never comes; refused, it tries again. */
    @Test
    void aConnectionWhoseStateCannotBeOrderedIsRefused() {
        Stream busy = new Stream(
                store,
                one -> {
                    throw new Busy("SQS is busy", new IllegalStateException());
                },
                Instant::now,
                new JsonLog(log::add));

        assertThatThrownBy(() -> busy.connect("one", Optional.of(JOB.value()))).isInstanceOf(Busy.class);
    }

    @Test
    void theLogNamesTheJobAndNoConnection() {
        connect("one-connection", JOB.value());
        event("DISCONNECT", "one-connection", null);

        assertThat(log)
                .hasSize(2)
                .allMatch(line -> line.contains(JOB.value()))
                .noneMatch(line -> line.contains("one-connection"));
    }

    @Test
    void whoListensOnAChannelIsRememberedUntilHeLeaves() {
        Channel hall = Channel.of("booth:hall");
        Subscribers subscribers = new Subscribers(store);

        assertThat(listen("screen", "booth:hall")).isEqualTo(200);
        assertThat(listen("phone", "guest:38c5b0fa-0001")).isEqualTo(200);

        assertThat(subscribers.of(hall)).extracting(Subscriber::connection).containsExactly("screen");
        assertThat(event("MESSAGE", "screen", null)).isEqualTo(200);
        assertThat(events).as("a channel has no state to show").isEmpty();
        event("DISCONNECT", "screen", null);
        event("DISCONNECT", "phone", null);
        assertThat(store.list("channels/")).isEmpty();
        assertThat(store.list("connections/")).isEmpty();
    }

    @Test
    void whatIsNoChannelIsNotFound() {
        for (String none : List.of("", "hall", "booth:", "booth:../keys", "hall:booth", "booth:" + "a".repeat(200)))
            assertThat(listen("one", none)).as(none).isEqualTo(404);

        assertThat(store.list("channels/")).isEmpty();
        assertThat(store.list("connections/")).isEmpty();
    }

    @Test
    void aChannelHasSoManyListenersAndForgetsThoseWhoMustBeGone() {
        for (int i = 0; i < Subscribers.MOST; i++)
            assertThat(listen("early-" + i, "booth:hall")).isEqualTo(200);

        assertThat(listen("late", "booth:hall")).isEqualTo(429);
        assertThat(store.exists("connections/late")).isFalse();

        now = now.plus(Duration.ofHours(3));
        assertThat(listen("late", "booth:hall")).isEqualTo(200);
    }

    private int listen(String connection, String channel) {
        return event("CONNECT", connection, Map.of("channel", channel));
    }

    private int connect(String connection, String job) {
        return event("CONNECT", connection, Map.of("job", job));
    }

    private int event(String type, String connection, @org.jspecify.annotations.Nullable Map<String, String> query) {
        RequestContext context = new RequestContext();
        context.setEventType(type);
        context.setConnectionId(connection);
        APIGatewayV2WebSocketEvent event = new APIGatewayV2WebSocketEvent();
        event.setRequestContext(context);
        event.setQueryStringParameters(query);
        return new StreamHandler(new Stream(store, events::add, () -> now, new JsonLog(log::add)))
                .handleRequest(event, NoContext.get())
                .getStatusCode();
    }
}
