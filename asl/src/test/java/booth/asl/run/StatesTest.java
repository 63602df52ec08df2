package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pass, Choice, Wait, Succeed, Fail, Task: what each does with input, output and transitions. */
class StatesTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static void assertOutput(Execution execution, String expected) {
        assertThat(execution.status()).as(execution.cause().orElse("")).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.output()).contains(json(expected));
    }

    private static void assertFailed(Execution execution, String error) {
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains(error);
    }

    @Test
    void passHandsItsInputOn() {
        assertOutput(
                bench.run("\"A\": {\"Type\": \"Pass\", \"End\": true}", "{\"n\": 1, \"x\": null}"),
                "{\"n\": 1, \"x\": null}");
    }

    @Test
    void outputMayHaveJsonataAnywhereInNestedJson() {
        assertOutput(bench.run("""
                        "A": {"Type": "Pass", "End": true,
                              "Output": {"a": [1, {"b": "{% $states.input.n * 2 %}"}], "c": "{% null %}", "d": "plain"}}
                        """, "{\"n\": 21}"), "{\"a\": [1, {\"b\": 42}], \"c\": null, \"d\": \"plain\"}");
    }

    @Test
    void onlyStringsThatBeginAndEndWithTheBracketsAreExpressions() {
        assertOutput(
                bench.run("\"A\": {\"Type\": \"Pass\", \"Output\": \" {% $states.input %} \", \"End\": true}"),
                "\" {% $states.input %} \"");
    }

    @Test
    void succeedEndsEarlyWithItsOutput() {
        assertOutput(
                bench.run(
                        "\"A\": {\"Type\": \"Succeed\", \"Output\": {\"n\": \"{% $states.input.n %}\"}}", "{\"n\": 7}"),
                "{\"n\": 7}");
    }

    @Test
    void failGivesErrorAndCauseFromExpressions() {
        var execution = bench.run(
                "\"A\": {\"Type\": \"Fail\", \"Error\": \"{% 'No' & $states.input.what %}\", \"Cause\": \"none found\"}",
                "{\"what\": \"Face\"}");
        assertFailed(execution, "NoFace");
        assertThat(execution.cause()).contains("none found");
    }

    @Test
    void failNeedsNeitherErrorNorCause() {
        var execution = bench.run("\"A\": {\"Type\": \"Fail\"}");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).isEmpty();
        assertThat(execution.cause()).isEmpty();
        assertThat(Histories.details(execution, "ExecutionFailed")).isEmpty();
    }

    private static final String CHOICE = """
            "Count": {"Type": "Choice", "Output": "other", "Assign": {"way": "default"}, "Default": "End",
              "Choices": [
                {"Condition": "{% $states.input.n = 0 %}", "Next": "End", "Output": "none", "Assign": {"way": "first"}},
                {"Condition": "{% $states.input.n < 3 %}", "Next": "End", "Assign": {"way": "second"}}]},
            "End": {"Type": "Succeed", "Output": {"input": "{% $states.input %}", "way": "{% $way %}"}}
            """;

    @Test
    void choiceFollowsTheFirstRuleThatHoldsWithItsOwnOutputAndAssign() {
        assertOutput(bench.run(CHOICE, "{\"n\": 0}"), "{\"input\": \"none\", \"way\": \"first\"}");
    }

    @Test
    void choiceRuleWithoutOutputHandsTheInputOn() {
        assertOutput(bench.run(CHOICE, "{\"n\": 2}"), "{\"input\": {\"n\": 2}, \"way\": \"second\"}");
    }

    @Test
    void choiceDefaultUsesTheStatesOutputAndAssign() {
        assertOutput(bench.run(CHOICE, "{\"n\": 9}"), "{\"input\": \"other\", \"way\": \"default\"}");
    }

    @Test
    void choiceWithoutMatchAndDefaultFails() {
        assertFailed(bench.run("""
                        "A": {"Type": "Choice", "Choices": [{"Condition": "{% false %}", "Next": "B"}]},
                        "B": {"Type": "Succeed"}
                        """), "States.NoChoiceMatched");
    }

    @Test
    void conditionMustBeBoolean() {
        var execution = bench.run("""
                "A": {"Type": "Choice", "Choices": [{"Condition": "{% 'yes' %}", "Next": "B"}]},
                "B": {"Type": "Succeed"}
                """);
        assertFailed(execution, "States.QueryEvaluationError");
        assertThat(execution.cause().orElseThrow())
                .contains("'A'", "Choices[0]/Condition", "Expected 'boolean', but was 'string'");
    }

    @Test
    void conditionMayBeALiteral() {
        assertOutput(bench.run("""
                        "A": {"Type": "Choice", "Choices": [{"Condition": true, "Next": "B"}]},
                        "B": {"Type": "Succeed"}
                        """), "{}");
    }

    @Test
    void waitSecondsHoldsNoThreadAndEndsOnTime() {
        var execution = bench.run(
                "\"A\": {\"Type\": \"Wait\", \"Seconds\": \"{% $states.input.s %}\", \"Output\": 1, \"End\": true}",
                "{\"s\": 86400}");
        bench.advance(86399);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        bench.advance(1);
        assertOutput(execution, "1");
        assertThat(Duration.between(execution.startDate(), execution.stopDate().orElseThrow()))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void waitUntilATimestampWithAnOffset() {
        var execution =
                bench.run("\"A\": {\"Type\": \"Wait\", \"Timestamp\": \"2026-11-20T12:00:00+01:00\", \"End\": true}");
        bench.advance(3599);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        bench.advance(1);
        assertOutput(execution, "{}");
    }

    @Test
    void waitUntilATimeThatIsPastEndsAtOnce() {
        var execution = bench.run(
                "\"A\": {\"Type\": \"Wait\", \"Timestamp\": \"{% $states.input %}\", \"End\": true}",
                "\"2016-03-14T01:59:00Z\"");
        bench.advance(0);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void waitRefusesAnEndBeyond68Years() {
        var wait = "\"W\": {\"Type\": \"Wait\", \"Timestamp\": \"{% $states.input %}\", \"End\": true}";
        var end = bench.timer.now().plusSeconds(Integer.MAX_VALUE);
        assertThat(bench.run(wait, "\"" + end + "\"").status()).isEqualTo(ExecutionStatus.RUNNING);
        var execution = bench.run(wait, "\"" + end.plusSeconds(1) + "\"");
        assertThat(execution.error()).contains("States.Runtime");
        assertThat(execution.cause())
                .contains(
                        "An error occurred while executing the state 'W' (entered at the event id #2). Wait state delay"
                                + " is too long.");
    }

    @Test
    void waitRefusesTimestampsWithoutOffsetAtRunTime() {
        var execution = bench.run(
                "\"A\": {\"Type\": \"Wait\", \"Timestamp\": \"{% $states.input %}\", \"End\": true}",
                "\"2016-12-05 21:29:29Z\"");
        assertFailed(execution, "States.QueryEvaluationError");
        assertThat(execution.cause())
                .contains("An error occurred while executing the state 'A' (entered at the event id #2). The Timestamp"
                        + " field cannot be parsed as an ISO-8601 extended offset date-time format string:"
                        + " 2016-12-05 21:29:29Z");
    }

    @Test
    void waitRefusesNegativeAndBrokenSeconds() {
        var states = "\"A\": {\"Type\": \"Wait\", \"Seconds\": \"{% $states.input %}\", \"End\": true}";
        assertFailed(bench.run(states, "-1"), "States.QueryEvaluationError");
        assertFailed(bench.run(states, "1.5"), "States.QueryEvaluationError");
    }

    @Test
    void taskGetsItsArgumentsAndItsResultIsTheOutput() {
        bench.tasks.gives("Detect", "{\"faces\": 5}");
        var execution = bench.run("""
                "Detect": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                           "Arguments": {"key": "{% 'photo/' & $states.input.id %}"}}
                """, "{\"id\": \"a\"}");
        assertOutput(execution, "{\"faces\": 5}");
        assertThat(bench.tasks.arguments()).isEqualTo(List.of(json("{\"key\": \"photo/a\"}")));
    }

    @Test
    void taskWithoutArgumentsGetsItsInput() {
        bench.tasks.echoes("Detect");
        assertOutput(
                bench.run(
                        "\"Detect\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true}",
                        "{\"id\": \"a\"}"),
                "{\"id\": \"a\"}");
    }

    @Test
    void taskOutputSeesResultAndInput() {
        bench.tasks.gives("Detect", "{\"faces\": 5}");
        assertOutput(bench.run("""
                        "Detect": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                                   "Output": "{% $merge([$states.input, $states.result]) %}"}
                        """, "{\"id\": \"a\"}"), "{\"id\": \"a\", \"faces\": 5}");
    }

    @Test
    void taskCredentialsReachTheServiceAndTheHistory() {
        bench.tasks.gives("Detect", "{}");
        var execution = bench.run("""
                "Detect": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                           "Credentials": {"RoleArn": "{% $states.input.role %}"}}
                """, "{\"role\": \"arn:aws:iam::000000000000:role/other\"}");
        assertThat(bench.tasks.calls.get(0).request().credentials())
                .contains(json("{\"RoleArn\": \"arn:aws:iam::000000000000:role/other\"}"));
        assertThat(Histories.details(execution, "TaskScheduled")
                        .at("/taskCredentials/roleArn")
                        .asText())
                .isEqualTo("arn:aws:iam::000000000000:role/other");
    }

    @Test
    void anExceptionThatIsNoTaskFailureIsStatesTaskFailed() {
        bench.tasks.on("Detect", request -> {
            throw new IllegalStateException("out of paper");
        });
        var execution = bench.run(
                "\"Detect\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true}");
        assertFailed(execution, "States.TaskFailed");
        assertThat(execution.cause().orElseThrow()).contains("out of paper");
    }

    @Test
    void aLongLoopNeedsNoDeeperStackThanAShortOne() {
        var execution = bench.run("""
                "A": {"Type": "Pass", "Output": "{% $states.input + 1 %}", "Next": "More"},
                "More": {"Type": "Choice", "Default": "Done",
                         "Choices": [{"Condition": "{% $states.input < 5000 %}", "Next": "A"}]},
                "Done": {"Type": "Succeed"}
                """, "0");
        assertOutput(execution, "5000");
    }
}
