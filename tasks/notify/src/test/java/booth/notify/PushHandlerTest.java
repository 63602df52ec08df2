package booth.notify;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.JobId;
import booth.core.job.WaitingList;
import booth.core.watching.ChangeEvent;
import booth.core.watching.Watchers;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushHandlerTest {
    private static final ChangeEvent CHANGED = ChangeEvent.of(NotifyFixture.JOB);

    private final NotifyFixture fixture = new NotifyFixture();
    private final List<String> soon = new ArrayList<>();

    @Test
    void allWhoWatchSeeAChangeOnceHoweverManyNewsThereAreOfIt() {
        fixture.listens("one");
        fixture.listens("two");
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
        fixture.listens("one");
        fixture.listens("two");

        handle(message("a", ChangeEvent.asked(NotifyFixture.JOB, "two")));

        assertThat(fixture.received).containsOnlyKeys("two");
    }

    /** API Gateway opens a connection only after its function has answered; until then it says Gone. */
    @Test
    void aConnectionThatIsAboutToOpenIsAskedForAgain() {
        fixture.watchedFor = Duration.ofSeconds(1);
        fixture.listens("opening");
        fixture.closed.add("opening");

        assertThat(handle(message("welcome", ChangeEvent.asked(NotifyFixture.JOB, "opening"))))
                .containsExactly("welcome");
        assertThat(soon).containsExactly("receipt of welcome");

        fixture.closed.clear();
        assertThat(handle(message("welcome", ChangeEvent.asked(NotifyFixture.JOB, "opening"))))
                .isEmpty();
        assertThat(fixture.received.get("opening")).hasSize(1);
    }

    @Test
    void newsForAllDoNotWaitForAConnectionThatIsAboutToOpen() {
        fixture.watchedFor = Duration.ofSeconds(1);
        fixture.listens("opening");
        fixture.closed.add("opening");

        assertThat(handle(message("a", CHANGED))).isEmpty();

        assertThat(fixture.folder.exists(NotifyFixture.marker("opening")))
                .as("its own news come")
                .isTrue();
    }

    @Test
    void aDeadConnectionLosesItsMarkersAndHarmsNobody() {
        fixture.listens("dead");
        fixture.listens("live");
        fixture.closed.add("dead");

        assertThat(handle(message("a", CHANGED))).isEmpty();

        assertThat(fixture.received).containsOnlyKeys("live");
        assertThat(new Watchers(fixture.folder).watchedBy("dead")).isEmpty();
        assertThat(fixture.folder.exists(NotifyFixture.marker("dead"))).isFalse();
    }

    @Test
    void aConnectionThatIsStuckIsTriedAgainAndInTheEndGivenUp() {
        fixture.listens("stuck");
        fixture.stuck.add("stuck");

        assertThat(handle(message("a", CHANGED))).containsExactly("a");
        assertThat(handle(received(4, message("a", CHANGED))))
                .as("no dead letter")
                .isEmpty();

        assertThat(fixture.log).allMatch(line -> line.contains("push_failed"));
        assertThat(fixture.folder.exists(NotifyFixture.marker("stuck"))).isTrue();
    }

    @Test
    void aJobThatCannotBeLookedAtKeepsNobodyElseWaiting() {
        JobId broken = JobId.random();
        new Watchers(fixture.folder).add(broken, "of-the-broken");
        fixture.folder.write("photo/" + broken + "/job.json", new byte[] {'?'});
        fixture.listens("one");

        assertThat(handle(message("a", ChangeEvent.of(broken)), message("b", CHANGED)))
                .containsExactly("a");

        assertThat(fixture.received).containsOnlyKeys("one");
    }

    @Test
    void whatIsNoNewsBecomesADeadLetter() {
        SQSMessage strange = message("a", CHANGED);
        strange.setBody("hello");

        assertThat(handle(received(5, strange))).containsExactly("a");
    }

    @Test
    void whenTheLineMovesThoseWhoWaitAndAreWatchedAreNews() {
        JobId unwatched = JobId.random();
        WaitingList line = new WaitingList(fixture.folder);
        line.join(unwatched, NotifyFixture.START);
        line.join(NotifyFixture.JOB, NotifyFixture.NOW);
        fixture.listens("one");

        assertThat(handle(message("a", ChangeEvent.lineMoved(Instant.EPOCH)))).isEmpty();

        assertThat(fixture.fixture).containsExactly(CHANGED);
    }

    @Test
    void movesOfTheLineWaitUntilThereAreNoMoreOfTheirTime() {
        new WaitingList(fixture.folder).join(NotifyFixture.JOB, NotifyFixture.NOW);
        fixture.listens("one");

        assertThat(handle(message("early", ChangeEvent.lineMoved(Instant.now().plus(fixture.watchedFor)))))
                .containsExactly("early");

        assertThat(fixture.fixture).isEmpty();
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
        return new PushHandler(fixture.push(), (receipt, wait) -> soon.add(receipt), new JsonLog(fixture.log::add))
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
