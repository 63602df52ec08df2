package booth.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.function.NoContext;
import booth.core.job.Job;
import booth.core.job.Problem;
import booth.core.job.Status;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutionStatusChangedHandlerTest {
    private static final String FIRST_RUN = NotifyFixture.JOB + "-r0";
    private final NotifyFixture fixture = new NotifyFixture();

    @Test
    void aFailureIsRecordedAndAnnouncedWithTheErrorsName() {
        fixture.watches("one");

        ended(Map.of("name", FIRST_RUN, "status", "FAILED", "error", "States.Runtime", "cause", "at /x/y"));

        Problem problem = fixture.job().error().orElseThrow();
        assertThat(fixture.job().status()).isEqualTo(Status.FAILED);
        assertThat(problem.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(problem.retryable()).isTrue();
        assertThat(problem.message()).contains("States.Runtime").doesNotContain("/x/y");
        assertThat(fixture.announced.get(0).path("status").asText()).isEqualTo("failed");
        assertThat(fixture.received.get("one")).isEqualTo(fixture.announced);
    }

    @Test
    void noPictureAtAllTellsWhatBecameOfEach() {
        String cause = """
                [{"index":1,"status":"failed","error":{"Error":"booth.core.Refused","Cause":"MODEL_REFUSED: Not this one."}},
                 {"index":2,"status":"failed","error":{"Error":"States.Timeout"}},
                 {"index":3,"status":"failed","error":{"Error":"booth.core.Busy","Cause":"{\\"errorMessage\\":\\"x\\"}"}}]""";

        ended(Map.of("name", FIRST_RUN, "status", "FAILED", "error", "NoPicture", "cause", cause));

        assertThat(fixture.job().error())
                .contains(new Problem("NO_PICTURE", "None of the pictures could be made. Not this one.", true));
        assertThat(fixture.job().pictures())
                .extracting(picture -> picture.error().map(Problem::code))
                .containsExactly(Optional.of("MODEL_REFUSED"), Optional.of("TIMED_OUT"), Optional.of("BUSY"));
        assertThat(fixture.announced
                        .get(0)
                        .path("pictures")
                        .path(2)
                        .path("status")
                        .asText())
                .isEqualTo("failed");
    }

    @Test
    void whatTheModelRefusedThreeTimesIsNotWorthAReplay() {
        String refused = "{\"index\":%d,\"status\":\"failed\",\"error\":{\"Error\":\"booth.core.Refused\","
                + "\"Cause\":\"MODEL_REFUSED: No.\"}}";
        String cause = "[" + refused.formatted(1) + "," + refused.formatted(2) + "," + refused.formatted(3) + "]";

        ended(Map.of("name", FIRST_RUN, "status", "FAILED", "error", "NoPicture", "cause", cause));

        assertThat(fixture.job().error()).map(Problem::retryable).contains(false);
    }

    @Test
    void aCauseThatWasCutShortStillEndsTheJob() {
        ended(Map.of("name", FIRST_RUN, "status", "FAILED", "error", "NoPicture", "cause", "[{\"index\":1,\"sta"));

        assertThat(fixture.job().error()).map(Problem::code).contains("NO_PICTURE");
        assertThat(fixture.job().pictures()).isEmpty();
    }

    @Test
    void aJobWhoseExecutionIsRedrivenByHandRunsAgain() {
        ended(Map.of("name", FIRST_RUN, "status", "ABORTED"));
        fixture.watches("one");
        Instant redriven = NotifyFixture.NOW.plusSeconds(60);

        ended(Map.of("name", FIRST_RUN, "status", "RUNNING", "redriveDate", redriven.toEpochMilli()));

        assertThat(fixture.job().status()).isEqualTo(Status.QUEUED);
        assertThat(fixture.job().queuedAt()).contains(redriven);
        assertThat(fixture.job().endedAt()).isEmpty();
        assertThat(fixture.received.get("one"))
                .singleElement()
                .satisfies(view -> assertThat(view.path("status").asText()).isEqualTo("queued"));
    }

    @Test
    void wordOfARedriveThatComesLateChangesNothing() {
        ended(Map.of("name", FIRST_RUN, "status", "FAILED", "error", "States.Runtime"));
        Job job = fixture.job();
        long before = NotifyFixture.NOW.minusSeconds(1).toEpochMilli();

        ended(Map.of("name", FIRST_RUN, "status", "RUNNING", "redriveDate", before));
        ended(Map.of("name", NotifyFixture.JOB + "-r1", "status", "RUNNING", "redriveDate", before + 60_000));

        assertThat(fixture.job()).isEqualTo(job);
    }

    @Test
    void aRefusalKeepsItsCode() {
        ended(Map.of(
                "name",
                FIRST_RUN,
                "status",
                "FAILED",
                "error",
                "booth.core.Refused",
                "cause",
                "{\"errorMessage\":\"INVALID_FRAME: A frame is 1024 wide.\",\"errorType\":\"booth.core.Refused\"}"));

        assertThat(fixture.job().error()).contains(new Problem("INVALID_FRAME", "A frame is 1024 wide.", false));
    }

    @Test
    void anExecutionThatTookTooLongMayBeReplayed() {
        ended(Map.of("name", FIRST_RUN, "status", "TIMED_OUT"));

        assertThat(fixture.job().status()).isEqualTo(Status.FAILED);
        assertThat(fixture.job().error()).map(Problem::code).contains("TIMED_OUT");
        assertThat(fixture.job().error()).map(Problem::retryable).contains(true);
    }

    @Test
    void anAbortedExecutionIsACanceledJob() {
        ended(Map.of("name", FIRST_RUN, "status", "ABORTED", "error", "operator", "cause", "lunch"));

        assertThat(fixture.job().status()).isEqualTo(Status.CANCELED);
        assertThat(fixture.announced.get(0).path("status").asText()).isEqualTo("canceled");
    }

    @Test
    void aJobThatWasStartedAgainSinceIsLeftAlone() {
        fixture.jobs.update(NotifyFixture.JOB, job -> job.queued(1, NotifyFixture.NOW));

        ended(Map.of("name", FIRST_RUN, "status", "TIMED_OUT"));

        assertThat(fixture.job().status()).isEqualTo(Status.QUEUED);
        assertThat(fixture.announced).isEmpty();
    }

    @Test
    void anExecutionThatIsRedrivenAndFailsAgainFailsItsJobAgain() {
        failed("first", NotifyFixture.START.plusSeconds(1));
        assertThat(fixture.job().error())
                .map(Problem::message)
                .hasValueSatisfying(text -> assertThat(text).contains("first"));
        fixture.jobs.update(NotifyFixture.JOB, job -> job.queued(0, NotifyFixture.START.plusSeconds(60)));

        failed("second", NotifyFixture.START.plusSeconds(61));

        assertThat(fixture.job().status()).isEqualTo(Status.FAILED);
        assertThat(fixture.job().error())
                .map(Problem::message)
                .hasValueSatisfying(text -> assertThat(text).contains("second"));
        assertThat(fixture.announced).hasSize(2);
    }

    @Test
    void anExecutionThatIsRedrivenAndSucceedsEndsItsJobWell() throws IOException {
        failed("first", NotifyFixture.START.plusSeconds(1));
        fixture.jobs.update(NotifyFixture.JOB, job -> job.queued(0, NotifyFixture.START.plusSeconds(60)));

        fixture.notify("{\"jobId\":\"" + NotifyFixture.JOB
                + "\",\"pictures\":[{\"index\":1,\"status\":\"succeeded\",\"key\":\""
                + NotifyFixture.picture(1) + "\"}],\"task\":{\"execution\":\"" + FIRST_RUN
                + "\",\"state\":\"Notify\",\"attempt\":0}}");

        assertThat(fixture.job().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(fixture.job().error()).isEmpty();
    }

    @Test
    void aLateEventDoesNotEndAJobWhoseExecutionIsBeingRedriven() {
        failed("first", NotifyFixture.START.plusSeconds(1));
        fixture.jobs.update(NotifyFixture.JOB, job -> job.queued(0, NotifyFixture.START.plusSeconds(60)));

        failed("first", NotifyFixture.START.plusSeconds(1));

        assertThat(fixture.job().status()).isEqualTo(Status.QUEUED);
        assertThat(fixture.announced).hasSize(1);
    }

    @Test
    void aJobThatHasEndedKeepsItsEnd() {
        fixture.jobs.update(
                NotifyFixture.JOB, job -> job.ended(Status.PARTIAL, List.of(), Optional.empty(), NotifyFixture.START));
        Job before = fixture.job();

        ended(Map.of("name", FIRST_RUN, "status", "FAILED", "error", "States.Runtime"));

        assertThat(fixture.job()).isEqualTo(before);
        assertThat(fixture.announced).isEmpty();
    }

    @Test
    void aSecondDeliveryAfterTheTopicFailedAnnouncesTheSameEnd() {
        fixture.topicMood = () -> {
            throw new Busy("SNS is busy", new IllegalStateException());
        };
        assertThatThrownBy(() -> ended(Map.of("name", FIRST_RUN, "status", "TIMED_OUT")))
                .isInstanceOf(Busy.class);
        Job recorded = fixture.job();
        fixture.topicMood = () -> {};
        fixture.now = NotifyFixture.NOW.plusSeconds(20);

        ended(Map.of("name", FIRST_RUN, "status", "TIMED_OUT"));

        assertThat(fixture.job()).isEqualTo(recorded);
        assertThat(fixture.announced).hasSize(1);
    }

    @Test
    void executionsOfOthersAreNobodysBusiness() {
        ended(Map.of("name", "by-hand", "status", "FAILED"));
        ended(Map.of("name", "f".repeat(32) + "-r0", "status", "FAILED"));
        ended(Map.of("name", FIRST_RUN, "status", "RUNNING"));

        assertThat(fixture.job().status()).isEqualTo(Status.QUEUED);
        assertThat(fixture.announced).isEmpty();
    }

    private void failed(String error, Instant when) {
        ended(Map.of("name", FIRST_RUN, "status", "FAILED", "error", error, "stopDate", when.toEpochMilli()));
    }

    private void ended(Map<String, Object> detail) {
        ScheduledEvent event = new ScheduledEvent();
        event.setDetail(detail);
        new ExecutionStatusChangedHandler(fixture.outcomes(), fixture.progress()).handleRequest(event, NoContext.get());
    }
}
