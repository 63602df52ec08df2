package booth.notify;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.function.InMemoryMessageVisibility;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.JobId;
import booth.core.job.WaitingList;
import booth.core.watching.ChangeEvent;
import booth.core.watching.Watchers;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushHandlerTest {
    private static final ChangeEvent CHANGED = ChangeEvent.of(NotifyFixture.JOB);

    private final NotifyFixture fixture = new NotifyFixture();
    private final InMemoryMessageVisibility queue = new InMemoryMessageVisibility();

    @Test
    void allWhoWatchSeeAChangeOnceHoweverManyEventsThereAreOfIt() {
        fixture.watches("one");
        fixture.watches("two");
        fixture.pictureLanded(2);

        assertThat(handle(
                        message("a", CHANGED),
                        message("b", CHANGED),
                        message("c", ChangeEvent.asked(NotifyFixture.JOB, "two"))))
                .isEmpty();

        assertThat(fixture.received.get("one")).singleElement().satisfies(PushHandlerTest::showsTheSecondPicture);
        assertThat(fixture.received.get("two")).singleElement().satisfies(PushHandlerTest::showsTheSecondPicture);
    }

    @Test
    void whoAsksIsToldAlone() {
        fixture.watches("one");
        fixture.watches("two");

        handle(message("a", ChangeEvent.asked(NotifyFixture.JOB, "two")));

        assertThat(fixture.received).containsOnlyKeys("two");
    }

    /** API Gateway opens a connection only after its function has answered; until then it says Gone. */
    @Test
    void aConnectionThatIsAboutToOpenIsAskedForAgain() {
        fixture.watchedFor = Duration.ofSeconds(1);
        fixture.watches("opening");
        fixture.closed.add("opening");

        assertThat(handle(message("welcome", ChangeEvent.asked(NotifyFixture.JOB, "opening"))))
                .containsExactly("welcome");
        assertThat(queue.delays()).containsOnlyKeys("receipt of welcome");

        fixture.closed.clear();
        assertThat(handle(message("welcome", ChangeEvent.asked(NotifyFixture.JOB, "opening"))))
                .isEmpty();
        assertThat(fixture.received.get("opening")).hasSize(1);
    }

    @Test
    void eventsForAllDoNotWaitForAConnectionThatIsAboutToOpen() {
        fixture.watchedFor = Duration.ofSeconds(1);
        fixture.watches("opening");
        fixture.closed.add("opening");

        assertThat(handle(message("a", CHANGED))).isEmpty();

        assertThat(fixture.store.exists(NotifyFixture.marker("opening")))
                .as("its own event comes")
                .isTrue();
    }

    @Test
    void aDeadConnectionLosesItsMarkersAndHarmsNobody() {
        fixture.watches("dead");
        fixture.watches("live");
        fixture.closed.add("dead");

        assertThat(handle(message("a", CHANGED))).isEmpty();

        assertThat(fixture.received).containsOnlyKeys("live");
        assertThat(new Watchers(fixture.store).watchedBy("dead")).isEmpty();
        assertThat(fixture.store.exists(NotifyFixture.marker("dead"))).isFalse();
    }

    @Test
    void aConnectionThatIsStuckIsTriedAgainAndInTheEndGivenUp() {
        fixture.watches("stuck");
        fixture.stuck.add("stuck");

        assertThat(handle(message("a", CHANGED))).containsExactly("a");
        assertThat(handle(received(4, message("a", CHANGED))))
                .as("no dead letter")
                .isEmpty();

        assertThat(fixture.log).allMatch(line -> line.contains("push_failed"));
        assertThat(fixture.store.exists(NotifyFixture.marker("stuck"))).isTrue();
    }

    @Test
    void aJobThatCannotBeLookedAtKeepsNobodyElseWaiting() {
        JobId broken = JobId.random();
        new Watchers(fixture.store).add(broken, "of-the-broken");
        fixture.store.write("photo/" + broken + "/job.json", new byte[] {'?'});
        fixture.watches("one");

        assertThat(handle(message("a", ChangeEvent.of(broken)), message("b", CHANGED)))
                .containsExactly("a");

        assertThat(fixture.received).containsOnlyKeys("one");
    }

    @Test
    void whatIsNoEventBecomesADeadLetter() {
        SQSMessage strange = message("a", CHANGED);
        strange.setBody("hello");

        assertThat(handle(received(5, strange))).containsExactly("a");
    }

    @Test
    void whenTheWaitingListMovesTheChangeOfThoseWhoWaitAndAreWatchedIsPublished() {
        JobId unwatched = JobId.random();
        WaitingList waitingList = new WaitingList(fixture.store);
        waitingList.join(unwatched, NotifyFixture.START);
        waitingList.join(NotifyFixture.JOB, NotifyFixture.NOW);
        fixture.watches("one");

        assertThat(handle(message("a", ChangeEvent.waitingListMoved(Instant.EPOCH))))
                .isEmpty();

        assertThat(fixture.events).containsExactly(CHANGED);
    }

    @Test
    void movesOfTheWaitingListWaitUntilThereAreNoMoreOfTheirTime() {
        new WaitingList(fixture.store).join(NotifyFixture.JOB, NotifyFixture.NOW);
        fixture.watches("one");

        assertThat(handle(message(
                        "early", ChangeEvent.waitingListMoved(Instant.now().plus(fixture.watchedFor)))))
                .containsExactly("early");

        assertThat(fixture.events).isEmpty();
    }

    @Test
    void theConnectionsOfAJobThatWasErasedAreClosed() {
        handle(message("a", ChangeEvent.asked(JobId.random(), "one")));

        assertThat(fixture.closed).containsExactly("one");
    }

    private static void showsTheSecondPicture(JsonNode view) {
        assertThat(view.path("pictures").path(1).path("status").asText()).isEqualTo("succeeded");
    }

    private List<String> handle(SQSMessage... messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(Arrays.asList(messages));
        return new PushHandler(fixture.push(), queue, new JsonLog(fixture.log::add))
                .handleRequest(event, NoContext.get()).getBatchItemFailures().stream()
                        .map(BatchItemFailure::getItemIdentifier)
                        .toList();
    }

    private static SQSMessage message(String id, ChangeEvent one) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setReceiptHandle("receipt of " + id);
        message.setBody(Json.text(one));
        message.setAttributes(Map.of("MessageGroupId", one.subject(), "ApproximateReceiveCount", "1"));
        return message;
    }

    private static SQSMessage received(int times, SQSMessage message) {
        message.setAttributes(Map.of(
                "MessageGroupId",
                String.valueOf(message.getAttributes().get("MessageGroupId")),
                "ApproximateReceiveCount",
                String.valueOf(times)));
        return message;
    }
}
