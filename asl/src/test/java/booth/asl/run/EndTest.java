package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.asl.ExecutionStatus;
import booth.asl.TaskFailure;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stops, ends, and what a failure cancels. */
class EndTest {
    private static final String INVOKE =
            "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void stopAbortsWithErrorAndCause() {
        bench.tasks.hangs("T");
        var execution = bench.run("\"T\": {" + INVOKE + ", \"TimeoutSeconds\": 60}");
        execution.stop("Canceled", "the guest left");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(execution.error()).contains("Canceled");
        assertThat(execution.cause()).contains("the guest left");
        assertThat(Histories.chain(execution)).endsWith("4<3 TaskStarted", "5<0 ExecutionAborted");
        assertThat(Histories.details(execution, "ExecutionAborted"))
                .isEqualTo(json("{\"error\": \"Canceled\", \"cause\": \"the guest left\"}"));
        assertThat(bench.tasks.open).allMatch(CompletableFuture::isCancelled);
        assertThat(bench.timer.pending()).isZero();
    }

    @Test
    void stopLeavesAnEndedExecutionAlone() {
        var execution = bench.run("\"S\": {\"Type\": \"Succeed\"}");
        execution.stop("Late", "");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void endedTellsWhoWaits() {
        var execution = bench.run("\"W\": {\"Type\": \"Wait\", \"Seconds\": 5, \"End\": true}");
        var ended = execution.ended().toCompletableFuture();
        assertThat(ended).isNotDone();
        bench.advance(5);
        assertThat(ended).isCompletedWithValue(execution);
    }

    @Test
    void aClosedEngineDoesNothingMore() {
        bench.tasks.hangs("T");
        var execution = bench.run("\"T\": {" + INVOKE + ", \"TimeoutSeconds\": 60}");
        bench.close();
        bench.advance(100);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        execution.stop("Late", "");
        assertThat(Histories.types(execution)).endsWith("TaskStarted");
        assertThat(bench.timer.pending()).isZero();
        assertThatThrownBy(() -> bench.run("\"S\": {\"Type\": \"Succeed\"}")).hasMessage("The engine is closed");
    }

    @Test
    void aFailureDeepInsideCancelsEverythingAroundIt() {
        bench.tasks.hangs("T1").hangs("T2").hangs("T3");
        var execution = bench.run("""
                "P": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "Q", "States": {"Q": {"Type": "Parallel", "End": true, "Branches": [
                    {"StartAt": "T1", "States": {"T1": {%1$s}}}, {"StartAt": "T2", "States": {"T2": {%1$s}}}]}}},
                  {"StartAt": "M", "States": {"M": {"Type": "Map", "Items": [1, 2], "End": true, "ItemProcessor": {
                    "StartAt": "T3", "States": {"T3": {%1$s, "HeartbeatSeconds": 9}}}}}}]}
                """.formatted(INVOKE));
        bench.tasks.open.get(0).completeExceptionally(new TaskFailure("No", ""));
        assertThat(execution.error()).contains("No");
        assertThat(bench.tasks.open).hasSize(4).allMatch(CompletableFuture::isDone);
        assertThat(bench.timer.pending()).isZero();
        assertThat(Histories.types(execution))
                .endsWith(
                        "TaskFailed",
                        "TaskStateAborted",
                        "TaskStateAborted",
                        "ParallelStateFailed",
                        "MapStateAborted",
                        "MapIterationAborted",
                        "TaskStateAborted",
                        "MapIterationAborted",
                        "TaskStateAborted",
                        "ParallelStateFailed",
                        "ExecutionFailed");
        execution.redrive();
        for (int i = 4; i < 8; i++) bench.tasks.open.get(i).complete(json("" + i));
        assertThat(execution.output()).contains(json("[[4, 5], [6, 7]]"));
    }
}
