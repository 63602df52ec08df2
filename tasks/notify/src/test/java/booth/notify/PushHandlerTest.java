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
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushHandlerTest {
    private static final ChangeEvent CHANGED = ChangeEvent.of(Newsroom.JOB);

    private final Newsroom news = new Newsroom();
    private final List<String> soon = new ArrayList<>();

    @Test
    void allWhoWatchSeeAChangeOnceHoweverManyNewsThereAreOfIt() {
        news.listens("one");
        news.listens("two");
        news.pictureLanded(2);

        assertThat(handle(
                        message("a", CHANGED),
                        message("b", CHANGED),
                        message("c", ChangeEvent.asked(Newsroom.JOB, "two"))))
                .isEmpty();

        assertThat(news.received.get("one")).singleElement().satisfies(PushHandlerTest::showsTheSecondPicture);
        assertThat(news.received.get("two")).singleElement().satisfies(PushHandlerTest::showsTheSecondPicture);
    }

    @Test
    void whoAsksIsToldAlone() {
        news.listens("one");
        news.listens("two");

        handle(message("a", ChangeEvent.asked(Newsroom.JOB, "two")));

        assertThat(news.received).containsOnlyKeys("two");
    }

    /** API Gateway opens a connection only after its function has answered; until then it says Gone. */
    @Test
    void aConnectionThatIsAboutToOpenIsAskedForAgain() {
        news.watchedFor = Duration.ofSeconds(1);
        news.listens("opening");
        news.closed.add("opening");

        assertThat(handle(message("welcome", ChangeEvent.asked(Newsroom.JOB, "opening"))))
                .containsExactly("welcome");
        assertThat(soon).containsExactly("receipt of welcome");

        news.closed.clear();
        assertThat(handle(message("welcome", ChangeEvent.asked(Newsroom.JOB, "opening"))))
                .isEmpty();
        assertThat(news.received.get("opening")).hasSize(1);
    }

    @Test
    void newsForAllDoNotWaitForAConnectionThatIsAboutToOpen() {
        news.watchedFor = Duration.ofSeconds(1);
        news.listens("opening");
        news.closed.add("opening");

        assertThat(handle(message("a", CHANGED))).isEmpty();

        assertThat(news.folder.exists(Newsroom.marker("opening")))
                .as("its own news come")
                .isTrue();
    }

    @Test
    void aDeadConnectionLosesItsMarkersAndHarmsNobody() {
        news.listens("dead");
        news.listens("live");
        news.closed.add("dead");

        assertThat(handle(message("a", CHANGED))).isEmpty();

        assertThat(news.received).containsOnlyKeys("live");
        assertThat(new Watchers(news.folder).watchedBy("dead")).isEmpty();
        assertThat(news.folder.exists(Newsroom.marker("dead"))).isFalse();
    }

    @Test
    void aConnectionThatIsStuckIsTriedAgainAndInTheEndGivenUp() {
        news.listens("stuck");
        news.stuck.add("stuck");

        assertThat(handle(message("a", CHANGED))).containsExactly("a");
        assertThat(handle(received(4, message("a", CHANGED))))
                .as("no dead letter")
                .isEmpty();

        assertThat(news.log).allMatch(line -> line.contains("push_failed"));
        assertThat(news.folder.exists(Newsroom.marker("stuck"))).isTrue();
    }

    @Test
    void aJobThatCannotBeLookedAtKeepsNobodyElseWaiting() {
        JobId broken = JobId.random();
        new Watchers(news.folder).add(broken, "of-the-broken");
        news.folder.write("photo/" + broken + "/job.json", new byte[] {'?'});
        news.listens("one");

        assertThat(handle(message("a", ChangeEvent.of(broken)), message("b", CHANGED)))
                .containsExactly("a");

        assertThat(news.received).containsOnlyKeys("one");
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
        WaitingList line = new WaitingList(news.folder);
        line.join(unwatched, Newsroom.START);
        line.join(Newsroom.JOB, Newsroom.NOW);
        news.listens("one");

        assertThat(handle(message("a", ChangeEvent.lineMoved(Instant.EPOCH)))).isEmpty();

        assertThat(news.news).containsExactly(CHANGED);
    }

    @Test
    void movesOfTheLineWaitUntilThereAreNoMoreOfTheirTime() {
        new WaitingList(news.folder).join(Newsroom.JOB, Newsroom.NOW);
        news.listens("one");

        assertThat(handle(message("early", ChangeEvent.lineMoved(Instant.now().plus(news.watchedFor)))))
                .containsExactly("early");

        assertThat(news.news).isEmpty();
    }

    @Test
    void theConnectionsOfAJobThatWasErasedAreClosed() {
        handle(message("a", ChangeEvent.asked(JobId.random(), "one")));

        assertThat(news.closed).containsExactly("one");
    }

    private static void showsTheSecondPicture(JsonNode view) {
        assertThat(view.path("pictures").path(1).path("status").asText()).isEqualTo("succeeded");
    }

    private List<String> handle(SQSMessage... messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(Arrays.asList(messages));
        return new PushHandler(news.push(), (receipt, wait) -> soon.add(receipt), new JsonLog(news.log::add))
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
