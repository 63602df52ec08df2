package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Catch: which catcher, with which output and variables, and what none of them can catch. */
class CatchTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Execution run(String catchers) {
        return bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Catch": %s},
                "Recover": {"Type": "Pass", "End": true}
                """.formatted(catchers), "{\"id\": 1}");
    }

    @Test
    void theDefaultOutputIsTheError() {
        bench.tasks.fails("T", "NoPaper");
        assertThat(run("[{\"ErrorEquals\": [\"NoPaper\"], \"Next\": \"Recover\"}]")
                        .output())
                .contains(json("{\"Error\": \"NoPaper\", \"Cause\": \"because\"}"));
    }

    @Test
    void outputAndAssignSeeTheErrorAndTheInput() {
        bench.tasks.fails("T", "NoPaper");
        var execution = bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Catch": [
                  {"ErrorEquals": ["States.ALL"], "Next": "Recover",
                   "Assign": {"problem": "{% $states.errorOutput.Error %}"},
                   "Output": {"id": "{% $states.input.id %}", "cause": "{% $states.errorOutput.Cause %}"}}]},
                "Recover": {"Type": "Pass", "Output": "{% $merge([$states.input, {'problem': $problem}]) %}", "End": true}
                """, "{\"id\": 1}");
        assertThat(execution.output()).contains(json("{\"id\": 1, \"cause\": \"because\", \"problem\": \"NoPaper\"}"));
    }

    @Test
    void theFirstCatcherThatMatchesWins() {
        bench.tasks.fails("T", "NoPaper");
        var execution = bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Catch": [
                  {"ErrorEquals": ["NoInk", "NoPaper"], "Next": "Refill"}, {"ErrorEquals": ["States.ALL"], "Next": "Other"}]},
                "Refill": {"Type": "Pass", "Output": "refill", "End": true},
                "Other": {"Type": "Pass", "Output": "other", "End": true}
                """);
        assertThat(execution.output()).contains(json("\"refill\""));
    }

    @Test
    void anErrorThatNobodyCatchesFailsTheExecution() {
        bench.tasks.fails("T", "NoPaper");
        var execution = run("[{\"ErrorEquals\": [\"NoInk\"], \"Next\": \"Recover\"}]");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("NoPaper");
        assertThat(execution.cause()).contains("because");
    }

    @Test
    void anErrorInACatcherFailsTheState() {
        bench.tasks.fails("T", "NoPaper");
        var execution = run("""
                [{"ErrorEquals": ["States.ALL"], "Next": "Recover", "Output": "{% $states.input.none %}"}]
                """);
        assertThat(execution.error()).contains("States.QueryEvaluationError");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void statesAllDoesNotCatchAPayloadThatIsTooLarge() {
        bench.tasks.gives("T", "\"" + "x".repeat(Payload.LIMIT) + "\"");
        var execution = run("[{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Recover\"}]");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("States.DataLimitExceeded");
    }

    @Test
    void aPayloadThatIsTooLargeIsCaughtByItsName() {
        bench.tasks.gives("T", "\"" + "x".repeat(Payload.LIMIT) + "\"");
        var execution = run("[{\"ErrorEquals\": [\"States.DataLimitExceeded\"], \"Next\": \"Recover\"}]");
        assertThat(execution.output()).contains(json("""
                        {"Error": "States.DataLimitExceeded",
                         "Cause": "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit."}
                        """));
    }

    @Test
    void theFailureOfABranchIsCaughtAsBranchFailedByItsParallelAlone() {
        var parallel = bench.run("""
                "P": {"Type": "Parallel", "End": true, "Catch": [{"ErrorEquals": ["States.BranchFailed"], "Next": "R"}],
                  "Branches": [{"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "No", "Cause": "dark"}}}]},
                "R": {"Type": "Succeed"}
                """);
        assertThat(parallel.output()).contains(json("{\"Error\": \"No\", \"Cause\": \"dark\"}"));
        var map = bench.run("""
                "M": {"Type": "Map", "Items": [1], "End": true, "Catch": [{"ErrorEquals": ["States.BranchFailed"], "Next": "R"}],
                  "ItemProcessor": {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "No"}}}},
                "R": {"Type": "Succeed"}
                """);
        assertThat(map.error()).contains("No");
    }

    @Test
    void nothingCatchesStatesRuntime() {
        bench.tasks.fails("T", "States.Runtime");
        assertThat(run("[{\"ErrorEquals\": [\"States.Runtime\"], \"Next\": \"Recover\"}]")
                        .status())
                .isEqualTo(ExecutionStatus.FAILED);
        assertThat(run("[{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Recover\"}]")
                        .status())
                .isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void mapAndParallelCatchWhatTheirChildrenDidNot() {
        bench.tasks.fails("T", "NoPaper");
        var execution = bench.run("""
                "P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "M", "States": {
                  "M": {"Type": "Map", "Items": [1], "End": true, "ItemProcessor": {"StartAt": "T", "States": {
                    "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}}}}],
                  "Catch": [{"ErrorEquals": ["NoPaper"], "Next": "Recover"}]},
                "Recover": {"Type": "Pass", "Output": "{% $states.input.Error %}", "End": true}
                """);
        assertThat(execution.output()).contains(json("\"NoPaper\""));
    }
}
