package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionStatus;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS allows an execution: 256 KiB here and there, 25,000 events. */
class LimitTest {
    private static final String INVOKE =
            "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aHistoryOf25000EventsEndsTheExecution() {
        var execution = bench.run("""
                "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Choice", "Default": "A",
                  "Choices": [{"Condition": false, "Next": "End"}]}, "End": {"Type": "Succeed"}
                """);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("States.Runtime");
        assertThat(execution.cause()).contains("The execution reached the maximum number of history events (25000).");
        assertThat(execution.history()).hasSize(25_000);
        assertThat(execution.notRedrivableReason()).contains("Execution history event limit exceeded");
    }

    @Test
    void anOutputMayHaveExactly256KiB() {
        var fits = "x".repeat(Payload.LIMIT - 2);
        assertThat(bench.run("\"S\": {\"Type\": \"Succeed\", \"Output\": \"%s\"}".formatted(fits))
                        .status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        var execution = bench.run("\"S\": {\"Type\": \"Succeed\", \"Output\": \"%sx\"}".formatted(fits));
        assertThat(execution.error()).contains("States.DataLimitExceeded");
        assertThat(execution.cause())
                .contains("The state/task 'S' returned a result with a size exceeding the maximum number of bytes"
                        + " service limit.");
    }

    @Test
    void whatAnExpressionMakesIsMeasuredWhenTheStateGivesIt() {
        var pass = "\"P\": {\"Type\": \"Pass\", \"Output\": \"{%% %s %%}\", \"End\": true}";
        assertThat(bench.run(pass.formatted("$pad('', 270000, 'x')")).error()).contains("States.DataLimitExceeded");
        assertThat(bench.run(pass.formatted("$range(1, 1000000, 1)")).error()).contains("States.DataLimitExceeded");
        assertThat(bench.run(pass.formatted("$length($pad('', 270000, 'x'))")).output())
                .contains(json("270000"));
        assertThat(bench.run(pass.formatted("$sum($range(1, 1000000, 1))")).output())
                .contains(json("500000500000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$length($pad('', 1048577))",
                "$count($range(1, 1048577, 1))",
                "$length($replace($pad('', 1000000, 'x'), 'x', 'xx'))",
                "[1..1048577]"
            })
    void anExpressionMakesAtMost1048576CharactersOrElements(String expression) {
        var execution = bench.run(
                "\"P\": {\"Type\": \"Pass\", \"Output\": \"{%% %s %%}\", \"End\": true}".formatted(expression));
        assertThat(execution.error()).contains("States.QueryEvaluationError");
        assertThat(execution.cause().orElseThrow()).contains("more than 1 Mi ");
    }

    @Test
    void argumentsAndVariablesHaveTheSameLimit() {
        bench.tasks.echoes("T");
        var large = "\"{% $pad('x', " + Payload.LIMIT + ") %}\"";
        assertThat(bench.run("\"T\": {" + INVOKE + ", \"Arguments\": " + large + ", \"Output\": 1}")
                        .error())
                .contains("States.DataLimitExceeded");
        assertThat(bench.run("\"P\": {\"Type\": \"Pass\", \"Assign\": {\"x\": " + large + "}, \"End\": true}")
                        .error())
                .contains("States.DataLimitExceeded");
        assertThat(bench.tasks.calls).isEmpty();
    }

    @Test
    void theVariablesOfAnExecutionTakeAtMost10MiB() {
        var states = IntStream.rangeClosed(0, 41)
                .mapToObj(n -> """
                        "S%d": {"Type": "Pass", "Assign": {"v%d": "{%% $pad('x', %d) %%}"}, "Next": "S%d"}
                        """.formatted(n, n, 255 * 1024, n + 1))
                .collect(Collectors.joining(", "));
        var execution = bench.run(states + ", \"S42\": {\"Type\": \"Succeed\"}");
        assertThat(execution.error()).contains("States.DataLimitExceeded");
        assertThat(execution.cause()).contains("The variables of the execution take more than 10 MiB together.");
        assertThat(Histories.types(execution).stream().filter("PassStateExited"::equals))
                .hasSize(10 * 1024 / 255);
    }

    @Test
    void variablesThatAreReplacedOrWhoseScopeEndedNoLongerCount() {
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": "{% [1..60] %}", "MaxConcurrency": 1, "Next": "Done", "Output": 1,
                      "ItemProcessor": {"StartAt": "A", "States": {
                        "A": {"Type": "Pass", "Assign": {"x": "{% $pad('x', 100000) %}"}, "Next": "B"},
                        "B": {"Type": "Pass", "Assign": {"x": "{% $pad('x', 250000) %}"}, "End": true}}}},
                "Done": {"Type": "Succeed"}
                """);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void theResultsOfAllIterationsTogetherHaveTheLimitBeforeOutputShrinksThem() {
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [1, 2], "Output": "small", "End": true, "ItemProcessor": {"StartAt": "P", "States": {
                  "P": {"Type": "Pass", "Output": "{% $pad('x', 131072) %}", "End": true}}}}
                """);
        assertThat(execution.error()).contains("States.DataLimitExceeded");
    }

    @Test
    void theLimitCountsBytesNotCharacters() {
        var execution = bench.run(
                "\"S\": {\"Type\": \"Succeed\", \"Output\": \"{% $pad('', " + Payload.LIMIT / 2 + ", '한') %}\"}");
        assertThat(execution.error()).contains("States.DataLimitExceeded");
    }
}
