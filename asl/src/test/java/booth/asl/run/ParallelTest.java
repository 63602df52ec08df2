package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.TaskFailure;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parallel: inputs, results, the first failure. */
class ParallelTest {
    private static final String BRANCHES = """
            "Branches": [
              {"StartAt": "T1", "States": {"T1": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}},
              {"StartAt": "T2", "States": {"T2": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}},
              {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "End": true}}}]
            """;

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Execution parallel(String fields) {
        return bench.run(
                "\"P\": {\"Type\": \"Parallel\", \"End\": true, %s%s}".formatted(fields, BRANCHES), "{\"id\": 1}");
    }

    @Test
    void theResultListsTheBranchesInOrder() {
        bench.tasks.echoes("T1").gives("T2", "2");
        var execution = parallel("");
        bench.advance(60);
        assertThat(execution.output()).contains(json("[{\"id\": 1}, 2, {\"id\": 1}]"));
    }

    @Test
    void argumentsAreTheInputOfEveryBranch() {
        bench.tasks.echoes("T1").echoes("T2");
        var execution = parallel("\"Arguments\": {\"n\": \"{% $states.input.id + 1 %}\"},");
        bench.advance(60);
        assertThat(execution.output()).contains(json("[{\"n\": 2}, {\"n\": 2}, {\"n\": 2}]"));
    }

    @Test
    void outputShapesTheResult() {
        bench.tasks.gives("T1", "1").gives("T2", "2");
        var execution = parallel("\"Output\": \"{% $states.result[1] %}\",");
        bench.advance(60);
        assertThat(execution.output()).contains(json("2"));
    }

    @Test
    void theFirstFailureCancelsTheOtherBranches() {
        bench.tasks.hangs("T1").hangs("T2");
        var execution = parallel("");
        bench.tasks.open.get(1).completeExceptionally(new TaskFailure("Throttled", ""));
        assertThat(execution.error()).contains("Throttled");
        assertThat(bench.tasks.open).allMatch(CompletableFuture::isDone);
        assertThat(bench.timer.pending()).isZero();
        assertThat(Histories.types(execution))
                .endsWith(
                        "TaskFailed",
                        "TaskStateAborted",
                        "TaskStateAborted",
                        "WaitStateAborted",
                        "ParallelStateFailed",
                        "ExecutionFailed");
    }

    @Test
    void aBranchThatCatchesItsOwnErrorDoesNotFailTheOthers() {
        bench.tasks.fails("A", "Throttled").gives("B", "1");
        var execution = bench.run("""
                "P": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "A", "States": {
                    "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                          "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Note",
                                     "Output": {"status": "failed", "error": "{% $states.errorOutput.Error %}"}}]},
                    "Note": {"Type": "Pass", "End": true}}},
                  {"StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}]}
                """);
        assertThat(execution.output()).contains(json("[{\"status\": \"failed\", \"error\": \"Throttled\"}, 1]"));
    }

    @Test
    void aRetriedParallelRunsAllItsBranchesAgain() {
        bench.tasks.gives("T1", "1").fails("T2", "Throttled").gives("T2", "2");
        var execution = parallel("\"Retry\": [{\"ErrorEquals\": [\"Throttled\"]}],");
        bench.advance(61);
        assertThat(execution.output()).contains(json("[1, 2, {\"id\": 1}]"));
        assertThat(bench.tasks.calls).hasSize(4);
    }

    @Test
    void aFailStateInABranchFailsTheParallel() {
        var execution = bench.run("""
                "P": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "NoFace"}}},
                  {"StartAt": "S", "States": {"S": {"Type": "Succeed"}}}]}
                """);
        assertThat(execution.error()).contains("NoFace");
    }
}
