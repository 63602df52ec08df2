package booth.cli.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import com.fasterxml.jackson.core.JacksonException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Histories as Step Functions writes them, and what becomes of them. */
class TimelineTest {
    private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
    private static final String FOLDER = "photo/0123456789abcdef0123456789abcdef/";

    private final List<HistoryEvent> history = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();

    @Test
    void retriesAreAttemptsOfOneStep() {
        event(1, 0, 0, "ExecutionStarted");
        entered(2, 0, 0, "Task", "Detect");
        event(3, 2, 0, "LambdaFunctionScheduled", "{\"upload\":\"" + FOLDER + "a.jpg\"}");
        event(4, 3, 10, "LambdaFunctionStarted");
        failed(5, 4, 1000, "booth.core.Busy", "{\"errorMessage\":\"slow down\",\"errorType\":\"booth.core.Busy\"}");
        event(6, 5, 3000, "LambdaFunctionScheduled", "{\"upload\":\"" + FOLDER + "a.jpg\"}");
        event(7, 6, 3010, "LambdaFunctionStarted");
        succeeded(8, 7, 4000, "{\"frame\":{\"key\":\"" + FOLDER + "frame.png\"}}");
        exited(9, 8, 4000, "Task", "Detect");

        Step step = read(ExecutionStatus.RUNNING).steps().get(0);

        assertThat(step.attempts()).extracting(Attempt::number).containsExactly(0, 1);
        assertThat(step.attempts()).extracting(Attempt::outcome).containsExactly(Outcome.FAILED, Outcome.SUCCEEDED);
        assertThat(step.attempts().get(1).startMillis()).isEqualTo(3000);
        assertThat(step.millis()).contains(4000L);
        assertThat(step.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(text(ExecutionStatus.RUNNING))
                .contains("a.jpg → frame.png", "attempt 0: failed after 1.0 s", "booth.core.Busy: slow down");
    }

    @Test
    void branchesAreToldApartHoweverTheirEventsInterleave() {
        entered(1, 0, 0, "Parallel", "Generate");
        event(2, 1, 0, "ParallelStateStarted");
        entered(3, 2, 0, "Task", "Titan 1");
        entered(4, 2, 0, "Task", "Titan 2");
        event(5, 4, 1, "LambdaFunctionScheduled", "{}");
        event(6, 3, 2, "LambdaFunctionScheduled", "{}");
        failed(7, 5, 500, "Oops", "no");
        exited(8, 7, 500, "Task", "Titan 2");
        entered(9, 8, 500, "Pass", "Titan 2 Gave Up");
        succeeded(10, 6, 900, "{}");
        exited(11, 9, 900, "Pass", "Titan 2 Gave Up");
        exited(12, 10, 950, "Task", "Titan 1");
        event(13, 12, 950, "ParallelStateSucceeded");
        exited(14, 12, 950, "Parallel", "Generate");
        entered(15, 14, 960, "Task", "Notify");

        List<Step> steps = read(ExecutionStatus.RUNNING).steps();

        assertThat(steps).extracting(Step::state).containsExactly("Generate", "Notify");
        assertThat(steps.get(0).parts())
                .extracting(part -> part.steps().stream().map(Step::state).toList())
                .containsExactly(List.of("Titan 1"), List.of("Titan 2", "Titan 2 Gave Up"));
        assertThat(steps.get(0).parts().get(1).steps().get(0).outcome()).isEqualTo(Outcome.CAUGHT);
        assertThat(steps.get(0).millis()).contains(950L);
        assertThat(steps.get(1).outcome()).isEqualTo(Outcome.RUNNING);
    }

    @Test
    void aFailedIterationEndsItsSiblingsAndTheMap() {
        entered(1, 0, 0, "Map", "SegmentFaces");
        event(2, 1, 0, "MapStateStarted");
        iteration(3, 2, 0, "Started", 0);
        entered(4, 3, 0, "Task", "Segment");
        iteration(5, 2, 0, "Started", 1);
        entered(6, 5, 0, "Task", "Segment");
        event(7, 4, 0, "LambdaFunctionScheduled", "{}");
        event(8, 6, 0, "LambdaFunctionScheduled", "{}");
        failed(9, 8, 700, "Oops", "no");
        iteration(10, 9, 700, "Failed", 1);
        event(11, 9, 700, "TaskStateAborted");
        iteration(12, 11, 700, "Aborted", 0);
        event(13, 2, 700, "MapStateFailed");

        Step map = read(ExecutionStatus.FAILED).steps().get(0);

        assertThat(map.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(map.parts()).extracting(Step.Part::outcome).containsExactly(Outcome.ABORTED, Outcome.FAILED);
        assertThat(map.parts())
                .flatExtracting(Step.Part::steps)
                .extracting(Step::outcome)
                .containsExactly(Outcome.ABORTED, Outcome.FAILED);
    }

    @Test
    void aFailStateHasTheExecutionsError() {
        entered(1, 0, 0, "Fail", "NoPicture");
        history.add(base(2, 1, 5, "ExecutionFailed")
                .executionFailedEventDetails(d -> d.error("NoPicture").cause("[]"))
                .build());

        Step step = read(ExecutionStatus.FAILED).steps().get(0);

        assertThat(step.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(step.error()).contains("NoPicture");
    }

    @Test
    void afterARedriveTheSameStepHasNewAttempts() {
        entered(1, 0, 0, "Task", "MergeMask");
        event(2, 1, 0, "LambdaFunctionScheduled", "{}");
        failed(3, 2, 100, "Oops", "no");
        event(4, 3, 100, "ExecutionFailed");
        event(5, 4, 60_000, "ExecutionRedriven");
        event(6, 3, 60_000, "LambdaFunctionScheduled", "{}");
        log("MergeMask", 0, 50, "first");
        log("MergeMask", 0, 60_050, "second");

        Timeline timeline = read(ExecutionStatus.RUNNING);

        assertThat(timeline.redrivenAt()).containsExactly(START.plusMillis(60_000));
        List<Attempt> attempts = timeline.steps().get(0).attempts();
        assertThat(attempts).extracting(Attempt::number).containsExactly(0, 0);
        assertThat(attempts).extracting(Attempt::redrive).containsExactly(0, 1);
        assertThat(attempts)
                .flatExtracting(Attempt::log)
                .extracting(entry -> entry.text("event"))
                .containsExactly("first", "second");
        assertThat(attempts.get(1).log()).hasSize(1);
        assertThat(timeline.steps().get(0).outcome()).isEqualTo(Outcome.RUNNING);
    }

    @Test
    void aLineAfterARedriveIsNotThatOfTheAttemptThatWasCutOff() {
        entered(1, 0, 0, "Task", "Detect");
        event(2, 1, 0, "LambdaFunctionScheduled", "{}");
        event(3, 0, 100, "ExecutionAborted");
        event(4, 3, 1000, "ExecutionRedriven");
        event(5, 2, 1000, "LambdaFunctionScheduled", "{}");
        succeeded(6, 5, 2000, "{}");
        log("Detect", 0, 1999, "task_succeeded");

        assertThat(read(ExecutionStatus.RUNNING).steps().get(0).attempts())
                .extracting(attempt -> attempt.log().size())
                .containsExactly(0, 1);
    }

    @Test
    void aLogLineOfAnItemStandsUnderItsIteration() {
        entered(1, 0, 0, "Map", "SegmentFaces");
        event(2, 1, 0, "MapStateStarted");
        for (int i = 0; i < 3; i++) {
            iteration(3 + 3L * i, 2, 0, "Started", i);
            entered(4 + 3L * i, 3 + 3L * i, 0, "Task", "Segment");
            event(5 + 3L * i, 4 + 3L * i, 0, "LambdaFunctionScheduled", "{}");
        }
        for (int i = 0; i < 3; i++) succeeded(20 + i, 5 + 3L * i, 300, "{}");
        for (int item : new int[] {2, 0, 1})
            log("{\"event\":\"of " + item + "\",\"state\":\"Segment\",\"attempt\":0,\"item\":" + item + "}", 298);
        log("", 0, 5, "elsewhere");

        Timeline timeline = read(ExecutionStatus.RUNNING);

        assertThat(timeline.steps().get(0).parts())
                .flatExtracting(part -> part.steps().get(0).attempts().get(0).log())
                .extracting(entry -> entry.text("event"))
                .containsExactly("of 0", "of 1", "of 2");
        assertThat(timeline.log()).extracting(entry -> entry.text("event")).containsExactly("elsewhere");
    }

    @Test
    void linesAreCutOnATerminalOnly() {
        entered(1, 0, 0, "Fail", "NoPicture");
        history.add(base(2, 1, 5, "ExecutionFailed")
                .executionFailedEventDetails(d -> d.error("NoPicture").cause("x".repeat(300)))
                .build());
        Timeline timeline = read(ExecutionStatus.FAILED);

        assertThat(TimelineText.of(timeline, OptionalInt.of(80)))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(TimelineText.of(timeline, OptionalInt.empty()))
                .anySatisfy(line -> assertThat(line).contains("x".repeat(300)));
    }

    private String text(ExecutionStatus status) {
        return String.join("\n", TimelineText.of(read(status), OptionalInt.empty()));
    }

    private Timeline read(ExecutionStatus status) {
        DescribeExecutionResponse.Builder execution = DescribeExecutionResponse.builder()
                .name("job-r0")
                .status(status)
                .startDate(START);
        if (status != ExecutionStatus.RUNNING) execution.stopDate(START.plusSeconds(1));
        return TimelineReader.read(execution.build(), history, log);
    }

    private static HistoryEvent.Builder base(long id, long previous, long millis, String type) {
        return HistoryEvent.builder()
                .id(id)
                .previousEventId(previous)
                .timestamp(START.plusMillis(millis))
                .type(type);
    }

    private void add(long id, long previous, long millis, String type, UnaryOperator<HistoryEvent.Builder> details) {
        history.add(details.apply(base(id, previous, millis, type)).build());
    }

    private void event(long id, long previous, long millis, String type) {
        add(id, previous, millis, type, event -> event);
    }

    private void event(long id, long previous, long millis, String type, String input) {
        add(id, previous, millis, type, event -> event.lambdaFunctionScheduledEventDetails(d -> d.input(input)));
    }

    private void entered(long id, long previous, long millis, String kind, String name) {
        add(id, previous, millis, kind + "StateEntered", event -> event.stateEnteredEventDetails(d -> d.name(name)));
    }

    private void exited(long id, long previous, long millis, String kind, String name) {
        add(id, previous, millis, kind + "StateExited", event -> event.stateExitedEventDetails(d -> d.name(name)));
    }

    private void failed(long id, long previous, long millis, String error, String cause) {
        add(
                id,
                previous,
                millis,
                "LambdaFunctionFailed",
                event -> event.lambdaFunctionFailedEventDetails(
                        d -> d.error(error).cause(cause)));
    }

    private void succeeded(long id, long previous, long millis, String output) {
        add(
                id,
                previous,
                millis,
                "LambdaFunctionSucceeded",
                event -> event.lambdaFunctionSucceededEventDetails(d -> d.output(output)));
    }

    private void iteration(long id, long previous, long millis, String how, int index) {
        add(id, previous, millis, "MapIteration" + how, event -> switch (how) {
            case "Started" ->
                event.mapIterationStartedEventDetails(
                        d -> d.name("SegmentFaces").index(index));
            case "Failed" ->
                event.mapIterationFailedEventDetails(d -> d.name("SegmentFaces").index(index));
            default ->
                event.mapIterationAbortedEventDetails(
                        d -> d.name("SegmentFaces").index(index));
        });
    }

    private void log(String state, int attempt, long millis, String event) {
        log("{\"event\":\"" + event + "\",\"state\":\"" + state + "\",\"attempt\":" + attempt + "}", millis);
    }

    private void log(String line, long millis) {
        try {
            log.add(new LogEntry(START.plusMillis(millis), "Function", Json.MAPPER.readTree(line)));
        } catch (JacksonException e) {
            throw new AssertionError(e);
        }
    }
}
