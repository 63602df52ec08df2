package booth.asl.run;

import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionStatus;
import booth.asl.HistoryEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Executions whose process dies. Each machine runs once undisturbed; then, for every one of its steps, a new engine is
 * given the steps up to there and must bring the execution to the same end, by way of the same events.
 */
class ResumeTest {
    private static final String CALL = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"";
    private static final String TOKEN =
            "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"";

    static Stream<String> machines() {
        return Stream.of(
                """
                "A": {%s, "Arguments": {"n": "{%% $states.input.n + 1 %%}"},
                      "Assign": {"kept": "{%% $states.result.n %%}", "by": {"chance": "{%% $uuid() %%}"}}, "Next": "B"},
                "B": {"Type": "Pass", "Output": {"sum": "{%% $states.input.n + $kept %%}"}, "End": true}
                """.formatted(CALL),
                """
                "W": {"Type": "Wait", "Seconds": 5, "Next": "F"},
                "F": {%s, "Arguments": {"failures": 2}, "End": true,
                      "Retry": [{"ErrorEquals": ["Flaky"], "IntervalSeconds": 3, "MaxAttempts": 2}]}
                """.formatted(CALL),
                """
                "F": {%s, "Arguments": {"failures": 9}, "End": true, "Retry": [{"ErrorEquals": ["Flaky"]}],
                      "Catch": [{"ErrorEquals": ["Flaky"], "Assign": {"why": "{%% $states.errorOutput.Cause %%}"},
                                 "Next": "C"}]},
                "C": {"Type": "Choice", "Choices": [{"Condition": "{%% $why = 'not yet' %%}", "Next": "S"}],
                      "Default": "X"},
                "S": {"Type": "Succeed", "Output": "{%% $why %%}"},
                "X": {"Type": "Fail"}
                """.formatted(CALL),
                """
                "M": {"Type": "Map", "Items": [1, null, 3, 4, 5], "MaxConcurrency": 2, "End": true,
                      "ItemSelector": {"item": "{%% $states.context.Map.Item.Value %%}", "key": "{%% $uuid() %%}"},
                      "ItemProcessor": {"StartAt": "T", "States": {
                        "T": {%s, "Arguments": {"item": "{%% $states.input.item %%}",
                                                "failures": "{%% $states.input.item = 3 ? 1 : 0 %%}"},
                              "Assign": {"seen": "{%% $states.result.item %%}"}, "Next": "P",
                              "Retry": [{"ErrorEquals": ["States.ALL"]}]},
                        "P": {"Type": "Wait", "Seconds": 2, "Output": "{%% [$seen] %%}", "End": true}}}}
                """.formatted(CALL),
                """
                "P": {"Type": "Parallel", "Assign": {"all": "{%% $states.result %%}"}, "Next": "E", "Branches": [
                      {"StartAt": "L", "States": {"L": {%s, "Arguments": {"for": "left"}, "End": true}}},
                      {"StartAt": "R", "States": {
                        "R": {%s, "Arguments": {"refuse": true}, "End": true,
                              "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{%% $states.errorOutput %%}",
                                         "Next": "G"}]},
                        "G": {"Type": "Pass", "End": true}}}]},
                "E": {"Type": "Pass", "Output": "{%% $all %%}", "End": true}
                """.formatted(TOKEN, TOKEN),
                """
                "P": {"Type": "Parallel", "End": true, "Retry": [{"ErrorEquals": ["Refused"], "MaxAttempts": 1}],
                      "Branches": [
                      {"StartAt": "M", "States": {"M": {"Type": "Map", "Items": [1, 2, 3], "MaxConcurrency": 1,
                        "ItemProcessor": {"StartAt": "N", "States": {"N": {%s, "End": true}}}, "End": true}}},
                      {"StartAt": "R", "States": {"R": {%s, "Arguments": {"refuse": true}, "End": true}}}]}
                """.formatted(CALL, TOKEN),
                """
                "M": {"Type": "Map", "Items": ["a", "b", "c"], "ToleratedFailureCount": 1, "End": true,
                      "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Map", "End": true,
                        "Items": "{%% [1..3].{'n': $, 'refuse': $ = 2 and
                                  $states.input = 'b'} %%}",
                        "ItemProcessor": {"StartAt": "T", "States": {"T": {%s, "TimeoutSeconds": 9, "End": true}}}}}}}
                """.formatted(TOKEN).replaceAll("and\\s+", "and "));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void whereverItsProcessDiesAnExecutionComesToTheSameEnd(String states) {
        var machine = Bench.machine(states);
        var undisturbed = new Life();
        var expected = undisturbed.start(machine, "{\"n\": 1}");
        for (int died = 1; died <= undisturbed.steps.size(); died++) {
            var next = new Life(undisturbed.sent);
            var execution = next.restore(machine, undisturbed.steps.subList(0, died));
            assertThat(execution.status()).as("after step %s", died).isEqualTo(expected.status());
            assertThat(execution.output()).as("after step %s", died).isEqualTo(expected.output());
            assertThat(execution.error()).as("after step %s", died).isEqualTo(expected.error());
            assertThat(types(execution)).containsExactlyInAnyOrderElementsOf(types(expected));
            assertThat(next.steps.stream().flatMap(step -> step.events().stream()))
                    .as("what was recorded is its history")
                    .containsExactlyElementsOf(execution.history());
            var halfway = next.steps.subList(0, (died + next.steps.size()) / 2);
            var third = new Life(next.sent).restore(machine, halfway);
            assertThat(third.output()).as("after step %s and again", died).isEqualTo(expected.output());
            assertThat(types(third)).containsExactlyInAnyOrderElementsOf(types(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void whatIsRecordedAsDoneIsNotCalledAgain(String states) {
        var machine = Bench.machine(states);
        var undisturbed = new Life();
        undisturbed.start(machine, "{\"n\": 1}");
        for (int died = 1; died <= undisturbed.steps.size(); died++) {
            var before = undisturbed.steps.subList(0, died);
            var next = new Life(undisturbed.sent);
            next.restore(machine, before);
            var returned = before.stream()
                    .flatMap(step -> step.events().stream())
                    .filter(event -> event.type().matches("Task(Submitted|SubmitFailed)")
                            || (event.type().matches("Task(Succeeded|Failed)")
                                    && event.detailsField().startsWith("task")
                                    && event.details()
                                            .path("resourceType")
                                            .asText()
                                            .equals("lambda")))
                    .count();
            assertThat(next.calls).as("after step %s", died).hasSize(undisturbed.calls.size() - (int) returned);
        }
    }

    @Test
    void aRedrivenExecutionToo() {
        var machine = Bench.machine("""
                "P": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "A", "States": {"A": {%s, "Arguments": {"for": "A"}, "End": true}}},
                  {"StartAt": "B", "States": {"B": {%s, "End": true, "Arguments": {
                    "refuse": "{%% $states.context.Execution.RedriveCount = 0 %%}"}}}}]}
                """.formatted(TOKEN, TOKEN));
        var undisturbed = new Life();
        var redriven = undisturbed.start(machine, "{}");
        redriven.redrive();
        undisturbed.driven(redriven);
        for (int died = 1; died <= undisturbed.steps.size(); died++) {
            var next = new Life(undisturbed.sent);
            var execution = next.restore(machine, undisturbed.steps.subList(0, died));
            if (execution.status() == ExecutionStatus.FAILED) execution.redrive();
            next.driven(execution);
            assertThat(execution.output()).as("after step %s", died).isEqualTo(redriven.output());
            assertThat(execution.redriveCount()).isEqualTo(1);
            assertThat(types(execution)).containsExactlyInAnyOrderElementsOf(types(redriven));
        }
    }

    private static List<String> types(Execution execution) {
        return execution.history().stream().map(HistoryEvent::type).toList();
    }
}
