package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The context object, field by field. */
class ContextTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void contextNamesExecutionMachineAndState() {
        var execution = bench.run(
                "\"A\": {\"Type\": \"Pass\", \"Output\": \"{% $states.context %}\", \"End\": true}", "{\"n\": 1}");
        assertThat(execution.output()).contains(json("""
                {"Execution": {"Id": "arn:aws:states:us-east-1:000000000000:execution:booth:guest-1",
                               "Input": {"n": 1}, "Name": "guest-1", "RoleArn": "arn:aws:iam::000000000000:role/booth",
                               "StartTime": "2026-11-20T10:00:00.000Z", "RedriveCount": 0},
                 "StateMachine": {"Id": "arn:aws:states:us-east-1:000000000000:stateMachine:booth", "Name": "booth"},
                 "State": {"Name": "A", "EnteredTime": "2026-11-20T10:00:00.000Z"}}
                """));
    }

    @Test
    void fieldsHaveTheOrderOfAws() {
        var execution = bench.run(
                "\"A\": {\"Type\": \"Pass\", \"Output\": \"{% $keys($states.context.Execution) %}\", \"End\": true}");
        assertThat(execution.output())
                .contains(json("[\"Id\", \"Input\", \"StartTime\", \"Name\", \"RoleArn\", \"RedriveCount\"]"));
    }

    @Test
    void retryCountCountsTheRetriesOfTheState() {
        bench.tasks.fails("T", "E").fails("T", "E").echoes("T");
        var execution = bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                      "Arguments": "{% $states.context.State.RetryCount %}", "Retry": [{"ErrorEquals": ["E"]}]}
                """);
        bench.advance(10);
        assertThat(execution.output()).contains(json("2"));
        assertThat(bench.tasks.calls)
                .extracting(call -> call.request().retryCount())
                .containsExactly(0, 1, 2);
    }

    @Test
    void onlyStatesThatMayRetryHaveARetryCount() {
        bench.tasks.echoes("T");
        var execution = bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "P",
                      "Output": "{% $keys($states.context.State) %}"},
                "P": {"Type": "Pass", "Output": "{% [$states.input, $keys($states.context.State)] %}", "End": true}
                """);
        assertThat(execution.output())
                .contains(json("[\"Name\", \"EnteredTime\", \"RetryCount\", \"Name\", \"EnteredTime\"]"));
    }

    @Test
    void mapItemHasIndexAndValueInTheSelector() {
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": ["a", "b"], "End": true,
                      "ItemSelector": {"i": "{% $states.context.Map.Item.Index %}", "v": "{% $states.context.Map.Item.Value %}",
                                       "whole": "{% $states.input.id %}"},
                      "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}
                """, "{\"id\": 7}");
        assertThat(execution.output())
                .contains(json("[{\"i\": 0, \"v\": \"a\", \"whole\": 7}, {\"i\": 1, \"v\": \"b\", \"whole\": 7}]"));
    }

    /** The developer guide's page on the context object: in the ItemSelector, not in states of the ItemProcessor. */
    @Test
    void anIterationSeesOnlyWhatTheSelectorHandsIt() {
        var within = """
                "M": {"Type": "Map", "Items": ["a"], "End": true, "ItemProcessor": {"StartAt": "P", "States": {
                  "P": {"Type": "Pass", "Output": "{%% %s %%}", "End": true}}}}
                """;
        assertThat(bench.run(within.formatted("$exists($states.context.Map)")).output())
                .contains(json("[false]"));
        var failed = bench.run(within.formatted("$states.context.Map.Item.Index"));
        assertThat(failed.error()).contains("States.QueryEvaluationError");
        assertThat(failed.cause()).get(STRING).contains("returned nothing (undefined)");
    }

    @Test
    void aSelectorWithinAnIterationSeesItsOwnItem() {
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [[1, 2], [3]], "End": true, "ItemProcessor": {"StartAt": "N", "States": {
                  "N": {"Type": "Map", "End": true, "ItemSelector": "{% $states.context.Map.Item %}",
                        "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}}
                """);
        assertThat(execution.output()).contains(json("""
                        [[{"Index": 0, "Value": 1}, {"Index": 1, "Value": 2}],
                         [{"Index": 0, "Value": 3}]]
                        """));
    }

    @Test
    void taskTokenIsInTheContextOfTasksThatWaitForOne() {
        bench.tasks.echoes("T");
        bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
                      "Arguments": {"MessageBody": {"token": "{% $states.context.Task.Token %}"}}}
                """);
        var request = bench.tasks.calls.get(0).request();
        assertThat(request.arguments().at("/MessageBody/token").asText())
                .isEqualTo(request.taskToken().orElseThrow());
    }

    @Test
    void aRedrivenExecutionKnowsItsCountAndTime() {
        bench.tasks.fails("T", "E").echoes("T");
        var execution = bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                      "Arguments": "{% [$states.context.Execution.RedriveCount, $states.context.Execution.RedriveTime] %}"}
                """);
        bench.advance(60);
        execution.redrive();
        assertThat(execution.output()).contains(json("[1, \"2026-11-20T10:01:00.000Z\"]"));
    }
}
