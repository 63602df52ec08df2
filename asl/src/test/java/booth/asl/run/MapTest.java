package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionStatus;
import booth.asl.TaskFailure;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Map: items, order, concurrency, tolerance, failure. */
class MapTest {
    private static final String SEGMENT = """
            "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "Segment", "States": {
              "Segment": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}
            """;

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Execution map(String fields, String input) {
        return bench.run("\"M\": {\"Type\": \"Map\", \"End\": true, %s%s}".formatted(fields, SEGMENT), input);
    }

    private void failOn(int item) {
        bench.tasks.on(
                "Segment",
                request -> request.arguments().asInt() == item
                        ? CompletableFuture.failedFuture(new TaskFailure("NoFace", "item " + item))
                        : CompletableFuture.completedFuture(request.arguments()));
    }

    @Test
    void resultsKeepTheOrderOfTheItems() {
        bench.tasks.hangs("Segment");
        var execution = map("\"Items\": \"{% $states.input.faces %}\",", "{\"faces\": [1, 2, 3]}");
        bench.tasks.open.get(2).complete(json("\"c\""));
        bench.tasks.open.get(0).complete(json("\"a\""));
        bench.tasks.open.get(1).complete(json("\"b\""));
        assertThat(execution.output()).contains(json("[\"a\", \"b\", \"c\"]"));
    }

    @Test
    void withoutItemsTheInputIsTheArray() {
        bench.tasks.echoes("Segment");
        assertThat(map("", "[1, 2]").output()).contains(json("[1, 2]"));
    }

    @Test
    void anEmptyArrayGivesAnEmptyArray() {
        assertThat(map("\"Items\": [],", "{}").output()).contains(json("[]"));
    }

    @Test
    void itemSelectorShapesEachItem() {
        bench.tasks.echoes("Segment");
        assertThat(map("""
                                "Items": [4, 5], "ItemSelector": {"frame": "{% $states.input.frame %}",
                                                                  "face": "{% $states.context.Map.Item.Value %}"},
                                """, "{\"frame\": \"f\"}").output())
                .contains(json("[{\"frame\": \"f\", \"face\": 4}, {\"frame\": \"f\", \"face\": 5}]"));
    }

    @Test
    void itemsMustBeAnArray() {
        var execution = map("\"Items\": \"{% 1 %}\",", "{}");
        assertThat(execution.error()).contains("States.QueryEvaluationError");
        assertThat(execution.cause())
                .contains("An error occurred while executing the state 'M' (entered at the event id #2). The JSONata"
                        + " expression '1' specified for the field 'Items' returned an unexpected result type. Expected"
                        + " 'array', but was 'number' for value: 1");
        assertThat(map("", "{\"foo\": \"bar\"}").cause())
                .contains(
                        "An error occurred while executing the state 'M' (entered at the event id #2). Map state input"
                                + " must be an array but was: {\"foo\":\"bar\"}");
    }

    @Test
    void maxConcurrencyLimitsHowManyRunAtOnce() {
        bench.tasks.hangs("Segment");
        var execution = map("\"MaxConcurrency\": \"{% 1 + 1 %}\",", "[1, 2, 3]");
        assertThat(bench.tasks.open).hasSize(2);
        bench.tasks.open.get(1).complete(json("2"));
        assertThat(bench.tasks.open).hasSize(3);
        bench.tasks.open.get(0).complete(json("1"));
        bench.tasks.open.get(2).complete(json("3"));
        assertThat(execution.output()).contains(json("[1, 2, 3]"));
    }

    @Test
    void anInlineMapRunsAtMostFortyAtOnce() {
        bench.tasks.hangs("Segment");
        map("\"Items\": \"{% [1..100] %}\", \"MaxConcurrency\": 0,", "{}");
        assertThat(bench.tasks.open).hasSize(40);
    }

    @Test
    void aFailedIterationCancelsItsSiblings() {
        bench.tasks.hangs("Segment");
        var execution = map("\"MaxConcurrency\": 3,", "[1, 2, 3, 4]");
        bench.tasks.open.get(1).completeExceptionally(new TaskFailure("NoFace", "second"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("NoFace");
        assertThat(bench.tasks.open).hasSize(3).allMatch(CompletableFuture::isDone);
        assertThat(Histories.types(execution).stream().filter("MapIterationAborted"::equals))
                .hasSize(2);
        assertThat(bench.timer.pending()).isZero();
    }

    @Test
    void aToleratedCountOfFailuresLeavesTheirResultsOut() {
        failOn(2);
        var execution = map("\"ToleratedFailureCount\": 1,", "[1, 2, 3]");
        assertThat(execution.output()).contains(json("[1, 3]"));
        assertThat(Histories.types(execution)).contains("MapIterationFailed", "MapStateSucceeded");
    }

    @Test
    void oneFailureMoreThanTolerated() {
        bench.tasks.fails("Segment", "NoFace");
        var execution =
                map("\"ToleratedFailureCount\": \"{% $states.input[0] %}\", \"MaxConcurrency\": 1,", "[1, 2, 3]");
        assertThat(execution.error()).contains("States.ExceedToleratedFailureThreshold");
        assertThat(execution.cause()).contains("The specified tolerated failure threshold was exceeded");
        assertThat(bench.tasks.calls).hasSize(2);
    }

    @Test
    void aToleratedPercentageOfFailures() {
        failOn(2);
        assertThat(map("\"ToleratedFailurePercentage\": 25,", "[1, 2, 3, 4]").output())
                .contains(json("[1, 3, 4]"));
        assertThat(map("\"ToleratedFailurePercentage\": 24.9,", "[1, 2, 3, 4]").error())
                .contains("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void eitherThresholdFailsTheMap() {
        failOn(2);
        assertThat(map("\"ToleratedFailureCount\": 0, \"ToleratedFailurePercentage\": 100,", "[1, 2]")
                        .error())
                .contains("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void aRetriedMapRunsAllItsIterationsAgain() {
        bench.tasks.gives("Segment", "1").fails("Segment", "NoFace").echoes("Segment");
        var execution = map("\"Retry\": [{\"ErrorEquals\": [\"NoFace\"]}],", "[7, 8]");
        bench.advance(1);
        assertThat(execution.output()).contains(json("[7, 8]"));
        assertThat(bench.tasks.calls).hasSize(4);
    }

    @Test
    void aFailingItemSelectorFailsTheMap() {
        bench.tasks.hangs("Segment");
        var execution = map("\"ItemSelector\": {\"x\": \"{% $none %}\"},", "[1]");
        assertThat(execution.cause().orElseThrow()).contains("'M'", "'ItemSelector/x'", "'$none'");
    }
}
