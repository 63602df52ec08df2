package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.asl.ExecutionStatus;
import booth.asl.TaskFailure;
import booth.asl.parse.DefinitionParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an execution that failed goes on: what runs again, and what does not. */
class RedriveTest {
    private static final String INVOKE =
            "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void redriveContinuesAtTheFailedTaskWithFreshRetriesAndTimeout() {
        bench.tasks
                .gives("A", "{\"n\": 1}")
                .fails("B", "Busy")
                .fails("B", "Busy")
                .fails("B", "Busy")
                .echoes("B");
        var execution = bench.run("""
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Assign": {"x": 7}, "Next": "B"},
                "B": {%s, "Output": "{%% $merge([$states.result, {'x': $x}]) %%}",
                      "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}]}
                """.formatted(INVOKE));
        bench.advance(10);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        execution.redrive();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(execution.stopDate()).isEmpty();
        assertThat(execution.error()).isEmpty();
        bench.advance(10);
        assertThat(execution.output()).contains(json("{\"n\": 1, \"x\": 7}"));
        assertThat(execution.redriveCount()).isEqualTo(1);
        assertThat(bench.tasks.calls)
                .extracting(call -> call.request().stateName() + call.request().retryCount())
                .containsExactly("A0", "B0", "B1", "B0", "B1");
        assertThat(Histories.chain(execution))
                .containsSequence(
                        "13<12 TaskFailed", "14<13 ExecutionFailed", "15<14 ExecutionRedriven", "16<13 TaskScheduled");
        assertThat(Histories.details(execution, "ExecutionRedriven")).isEqualTo(json("{\"redriveCount\": 1}"));
        assertThat(Histories.field(execution, "ExecutionRedriven")).isEqualTo("executionRedrivenEventDetails");
    }

    @Test
    void redriveRunsOnlyTheIterationsThatDidNotSucceed() {
        bench.tasks.hangs("T");
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [1, 2, 3, 4], "MaxConcurrency": 3, "End": true, "ItemProcessor": {
                  "StartAt": "T", "States": {"T": {%s}}}}
                """.formatted(INVOKE));
        bench.tasks.open.get(0).complete(json("\"first\""));
        bench.tasks.open.get(1).completeExceptionally(new TaskFailure("No", ""));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        bench.tasks.calls.clear();
        bench.tasks.open.clear();
        execution.redrive();
        assertThat(bench.tasks.arguments()).containsExactly(json("2"), json("3"), json("4"));
        bench.tasks.open.forEach(open -> open.complete(json("\"again\"")));
        assertThat(execution.output()).contains(json("[\"first\", \"again\", \"again\", \"again\"]"));
    }

    @Test
    void redriveKeepsMaxConcurrency() {
        bench.tasks.fails("T", "No").hangs("T");
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [1, 2, 3], "MaxConcurrency": 1, "End": true, "ItemProcessor": {
                  "StartAt": "T", "States": {"T": {%s}}}}
                """.formatted(INVOKE));
        execution.redrive();
        assertThat(bench.tasks.open).hasSize(1);
        for (int i = 0; i < 3; i++) bench.tasks.open.get(i).complete(json("" + i));
        assertThat(execution.output()).contains(json("[0, 1, 2]"));
    }

    @Test
    void redriveRunsOnlyTheBranchesThatDidNotSucceed() {
        bench.tasks.gives("A", "\"a\"").fails("B", "No").gives("B", "\"b\"").hangs("C");
        var execution = bench.run("""
                "P": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "A", "States": {"A": {%1$s}}},
                  {"StartAt": "C0", "States": {"C0": {"Type": "Pass", "Assign": {"c": 5}, "Next": "C"}, "C": {%1$s}}},
                  {"StartAt": "B", "States": {"B": {%1$s}}}]}
                """.formatted(INVOKE));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        execution.redrive();
        bench.tasks.open.get(bench.tasks.open.size() - 1).complete(json("\"c\""));
        assertThat(execution.output()).contains(json("[\"a\", \"c\", \"b\"]"));
        assertThat(bench.tasks.calls)
                .extracting(call -> call.request().stateName())
                .filteredOn(name -> name.equals("A"))
                .hasSize(1);
        assertThat(Histories.types(execution).stream().filter("PassStateEntered"::equals))
                .hasSize(1);
    }

    @Test
    void redriveReachesIterationsWithinBranches() {
        bench.tasks.gives("T", "1").fails("T", "No").echoes("T");
        var execution = bench.run("""
                "P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "M", "States": {
                  "M": {"Type": "Map", "Items": [5, 6], "MaxConcurrency": 1, "End": true, "ItemProcessor": {
                    "StartAt": "T", "States": {"T": {%s}}}}}}]}
                """.formatted(INVOKE));
        execution.redrive();
        assertThat(execution.output()).contains(json("[[1, 6]]"));
        assertThat(bench.tasks.calls).hasSize(3);
    }

    @Test
    void redriveRunsAMapAgainWhoseResultsWereTooLarge() {
        bench.tasks
                .gives("T", "\"" + "x".repeat(Payload.LIMIT / 2) + "\"")
                .gives("T", "\"" + "x".repeat(Payload.LIMIT / 2) + "\"")
                .echoes("T");
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [1, 2], "End": true, "ItemProcessor": {"StartAt": "T", "States": {"T": {%s}}}}
                """.formatted(INVOKE));
        assertThat(execution.error()).contains("States.DataLimitExceeded");
        execution.redrive();
        assertThat(execution.output()).contains(json("[1, 2]"));
        assertThat(bench.tasks.calls).hasSize(4);
    }

    @Test
    void redriveReentersTheFailStateAndFailsAgain() {
        var execution = bench.run("\"F\": {\"Type\": \"Fail\", \"Error\": \"No\"}");
        execution.redrive();
        assertThat(Histories.types(execution))
                .containsExactly(
                        "ExecutionStarted",
                        "FailStateEntered",
                        "ExecutionFailed",
                        "ExecutionRedriven",
                        "FailStateEntered",
                        "ExecutionFailed");
    }

    @Test
    void redriveContinuesAStoppedOrTimedOutExecutionWithTheWholeTimeout() {
        bench.tasks.hangs("T");
        var execution = bench.start(DefinitionParser.parse("""
                        {"QueryLanguage": "JSONata", "TimeoutSeconds": 60, "StartAt": "T", "States": {"T": {%s}}}
                        """.formatted(INVOKE)), "{}");
        bench.advance(60);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        execution.redrive();
        bench.advance(59);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        execution.stop("", "");
        execution.redrive();
        bench.advance(59);
        bench.tasks.open.get(2).complete(json("1"));
        assertThat(execution.output()).contains(json("1"));
        assertThat(execution.redriveCount()).isEqualTo(2);
    }

    @Test
    void redriveDuringARetryPauseBeginsAtOnce() {
        bench.tasks.fails("T", "Busy").gives("T", "1");
        var execution = bench.run("\"T\": {" + INVOKE + ", \"Retry\": [{\"ErrorEquals\": [\"Busy\"]}]}");
        execution.stop("", "");
        execution.redrive();
        assertThat(execution.output()).contains(json("1"));
    }

    @Test
    void whatRunsOrSucceededOrEndedLongAgoIsNotRedriven() {
        bench.tasks.hangs("T");
        var running = bench.run("\"T\": {" + INVOKE + "}");
        assertThatThrownBy(running::redrive).isInstanceOf(IllegalStateException.class);
        var succeeded = bench.run("\"S\": {\"Type\": \"Succeed\"}");
        assertThatThrownBy(succeeded::redrive).hasMessageContaining("SUCCEEDED");
        var failed = bench.run("\"F\": {\"Type\": \"Fail\"}");
        bench.advance(14 * 24 * 3600);
        assertThat(failed.notRedrivableReason()).isEmpty();
        bench.advance(1);
        assertThat(failed.notRedrivableReason()).contains("Execution redrivable period exceeded");
    }

    @Test
    void afterAStopAMapContinuesWithWhatDidNotSucceed() {
        bench.tasks.gives("T", "\"a\"").hangs("T");
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [1, 2, 3], "MaxConcurrency": 2, "End": true, "ItemProcessor": {
                  "StartAt": "T", "States": {"T": {%s}}}}
                """.formatted(INVOKE));
        execution.stop("", "");
        execution.redrive();
        assertThat(bench.tasks.open).hasSize(4);
        bench.tasks.open.get(2).complete(json("\"b\""));
        bench.tasks.open.get(3).complete(json("\"c\""));
        assertThat(execution.output()).contains(json("[\"a\", \"b\", \"c\"]"));
    }
}
