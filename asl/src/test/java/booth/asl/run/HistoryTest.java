package booth.asl.run;

import static booth.asl.run.Bench.json;
import static booth.asl.run.Histories.chain;
import static booth.asl.run.Histories.details;
import static booth.asl.run.Histories.field;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.HistoryEvent;
import booth.asl.definition.Resource;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Event types, ids, predecessors and details, as recorded from AWS. */
class HistoryTest {
    private static final String INVOKE = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theInputIsKeptAsItWasSent() {
        var machine = Bench.machine("\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Succeed\"}");
        var sent = "{ \"b\": 1.0,\n  \"a\": [1, 2] }";
        var execution = bench.engine.start(machine, Bench.IDENTITY, sent, (running, step) -> {});
        assertThat(details(execution, "ExecutionStarted").path("input").textValue())
                .isEqualTo(sent);
        assertThat(details(execution, "PassStateEntered").path("input").textValue())
                .isEqualTo(sent);
        assertThat(details(execution, "SucceedStateEntered").path("input").textValue())
                .isEqualTo("{\"b\":1.0,\"a\":[1,2]}");
        assertThat(execution.input()).isEqualTo(json(sent));
    }

    @Test
    void aTaskThatSucceeds() {
        bench.tasks.gives("T", "{\"n\": 1}");
        var execution = bench.run("\"T\": {" + INVOKE + ", \"TimeoutSeconds\": 30, \"End\": true}", "{\"id\": 1}");
        assertThat(chain(execution))
                .containsExactly(
                        "1<0 ExecutionStarted",
                        "2<0 TaskStateEntered",
                        "3<2 TaskScheduled",
                        "4<3 TaskStarted",
                        "5<4 TaskSucceeded",
                        "6<5 TaskStateExited",
                        "7<6 ExecutionSucceeded");
        assertThat(details(execution, "ExecutionStarted")).isEqualTo(json("""
                {"input": "{\\"id\\":1}", "inputDetails": {"truncated": false}, "roleArn": "arn:aws:iam::000000000000:role/booth"}
                """));
        assertThat(details(execution, "TaskStateEntered")).isEqualTo(json("""
                {"name": "T", "input": "{\\"id\\":1}", "inputDetails": {"truncated": false}}
                """));
        assertThat(details(execution, "TaskScheduled")).isEqualTo(json("""
                {"resourceType": "lambda", "resource": "invoke", "region": "us-east-1", "parameters": "{\\"id\\":1}", "timeoutInSeconds": 30}
                """));
        assertThat(details(execution, "TaskStarted"))
                .isEqualTo(json("{\"resourceType\": \"lambda\", \"resource\": \"invoke\"}"));
        assertThat(details(execution, "TaskSucceeded")).isEqualTo(json("""
                {"resourceType": "lambda", "resource": "invoke", "output": "{\\"n\\":1}", "outputDetails": {"truncated": false}}
                """));
        assertThat(details(execution, "TaskStateExited")).isEqualTo(json("""
                {"name": "T", "output": "{\\"n\\":1}", "outputDetails": {"truncated": false}}
                """));
        assertThat(details(execution, "ExecutionSucceeded"))
                .isEqualTo(json("{\"output\": \"{\\\"n\\\":1}\", \"outputDetails\": {\"truncated\": false}}"));
    }

    @Test
    void detailsFieldsAreThoseOfAws() {
        bench.tasks.gives("T", "{}");
        var execution = bench.run("\"T\": {" + INVOKE + ", \"End\": true}");
        assertThat(execution.history())
                .extracting(HistoryEvent::detailsField)
                .containsExactly(
                        "executionStartedEventDetails",
                        "stateEnteredEventDetails",
                        "taskScheduledEventDetails",
                        "taskStartedEventDetails",
                        "taskSucceededEventDetails",
                        "stateExitedEventDetails",
                        "executionSucceededEventDetails");
    }

    @Test
    void assignedVariablesAreListedAsText() {
        var execution = bench.run(
                "\"A\": {\"Type\": \"Pass\", \"Assign\": {\"n\": 1, \"s\": \"text\", \"o\": {\"a\": null}}, \"End\": true}");
        assertThat(details(execution, "PassStateExited").get("assignedVariables"))
                .isEqualTo(json("{\"n\": \"1\", \"s\": \"\\\"text\\\"\", \"o\": \"{\\\"a\\\":null}\"}"));
        assertThat(details(execution, "PassStateExited").get("assignedVariablesDetails"))
                .isEqualTo(json("{\"truncated\": false}"));
    }

    @Test
    void anEmptyAssignLeavesNoTrace() {
        var execution = bench.run("\"A\": {\"Type\": \"Pass\", \"Assign\": {}, \"End\": true}");
        assertThat(details(execution, "PassStateExited")).isEqualTo(json("""
                {"name": "A", "output": "{}", "outputDetails": {"truncated": false}}
                """));
    }

    @Test
    void retriesThenACatcher() {
        bench.tasks.fails("T", "Exception");
        var execution = bench.run("""
                "T": {%s, "End": true, "Retry": [{"ErrorEquals": ["Exception"], "MaxAttempts": 1}],
                      "Catch": [{"ErrorEquals": ["Exception"], "Next": "F"}]},
                "F": {"Type": "Pass", "End": true}
                """.formatted(INVOKE));
        bench.advance(1);
        assertThat(chain(execution))
                .containsExactly(
                        "1<0 ExecutionStarted",
                        "2<0 TaskStateEntered",
                        "3<2 TaskScheduled",
                        "4<3 TaskStarted",
                        "5<4 TaskFailed",
                        "6<5 TaskScheduled",
                        "7<6 TaskStarted",
                        "8<7 TaskFailed",
                        "9<8 TaskStateExited",
                        "10<9 PassStateEntered",
                        "11<10 PassStateExited",
                        "12<11 ExecutionSucceeded");
        assertThat(details(execution, "TaskFailed")).isEqualTo(json("""
                {"resourceType": "lambda", "resource": "invoke", "error": "Exception", "cause": "because"}
                """));
    }

    @Test
    void aFunctionArnHasLambdaEvents() {
        bench.tasks.fails("T", "E").gives("T", "1");
        var execution = bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:detect", "End": true,
                      "TimeoutSeconds": 9, "Retry": [{"ErrorEquals": ["E"]}]}
                """);
        bench.advance(1);
        assertThat(chain(execution))
                .containsExactly(
                        "1<0 ExecutionStarted",
                        "2<0 TaskStateEntered",
                        "3<2 LambdaFunctionScheduled",
                        "4<3 LambdaFunctionStarted",
                        "5<4 LambdaFunctionFailed",
                        "6<5 LambdaFunctionScheduled",
                        "7<6 LambdaFunctionStarted",
                        "8<7 LambdaFunctionSucceeded",
                        "9<8 TaskStateExited",
                        "10<9 ExecutionSucceeded");
        assertThat(details(execution, "LambdaFunctionScheduled")).isEqualTo(json("""
                {"resource": "arn:aws:lambda:us-east-1:000000000000:function:detect", "input": "{}",
                 "inputDetails": {"truncated": false}, "timeoutInSeconds": 9}
                """));
        assertThat(details(execution, "LambdaFunctionFailed"))
                .isEqualTo(json("{\"error\": \"E\", \"cause\": \"because\"}"));
        assertThat(details(execution, "LambdaFunctionSucceeded"))
                .isEqualTo(json("{\"output\": \"1\", \"outputDetails\": {\"truncated\": false}}"));
        assertThat(field(execution, "LambdaFunctionStarted")).isEmpty();
        assertThat(field(execution, "LambdaFunctionScheduled")).isEqualTo("lambdaFunctionScheduledEventDetails");
    }

    @Test
    void aFunctionThatTimesOut() {
        bench.tasks.hangs("T");
        var execution = bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:detect", "End": true,
                      "TimeoutSeconds": 5}
                """);
        bench.advance(5);
        assertThat(chain(execution)).endsWith("5<4 LambdaFunctionTimedOut", "6<5 ExecutionFailed");
        assertThat(details(execution, "LambdaFunctionTimedOut")).isEqualTo(json("{\"error\": \"States.Timeout\"}"));
    }

    @Test
    void aTaskThatWaitsForItsTokenAndMissesAHeartbeat() {
        bench.tasks.gives("T", "{\"MessageId\": \"1\"}");
        var execution = bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
                      "TimeoutSeconds": 600, "HeartbeatSeconds": 5, "Arguments": {"QueueUrl": "q"}}
                """);
        bench.advance(5);
        assertThat(chain(execution))
                .containsExactly(
                        "1<0 ExecutionStarted",
                        "2<0 TaskStateEntered",
                        "3<2 TaskScheduled",
                        "4<3 TaskStarted",
                        "5<4 TaskSubmitted",
                        "6<5 TaskTimedOut",
                        "7<6 ExecutionFailed");
        assertThat(details(execution, "TaskScheduled")).isEqualTo(json("""
                {"resourceType": "sqs", "resource": "sendMessage.waitForTaskToken", "region": "us-east-1",
                 "parameters": "{\\"QueueUrl\\":\\"q\\"}", "timeoutInSeconds": 600, "heartbeatInSeconds": 5}
                """));
        assertThat(details(execution, "TaskSubmitted")).isEqualTo(json("""
                {"resourceType": "sqs", "resource": "sendMessage.waitForTaskToken",
                 "output": "{\\"MessageId\\":\\"1\\"}", "outputDetails": {"truncated": false}}
                """));
        assertThat(details(execution, "TaskTimedOut")).isEqualTo(json("""
                {"resourceType": "sqs", "resource": "sendMessage.waitForTaskToken", "error": "States.Timeout"}
                """));
        assertThat(details(execution, "ExecutionFailed")).isEqualTo(json("{\"error\": \"States.Timeout\"}"));
    }

    @Test
    void aFailState() {
        assertThat(chain(bench.run("\"F\": {\"Type\": \"Fail\", \"Error\": \"No\"}")))
                .containsExactly("1<0 ExecutionStarted", "2<0 FailStateEntered", "3<2 ExecutionFailed");
    }

    @Test
    void aFailedEvaluation() {
        var execution = bench.run("\"State0\": {\"Type\": \"Pass\", \"Output\": \"{% $none %}\", \"End\": true}");
        assertThat(chain(execution))
                .containsExactly(
                        "1<0 ExecutionStarted", "2<0 PassStateEntered", "3<0 EvaluationFailed", "4<3 ExecutionFailed");
        assertThat(details(execution, "EvaluationFailed")).isEqualTo(json("""
                {"error": "States.QueryEvaluationError", "location": "Output", "state": "State0",
                 "cause": "An error occurred while executing the state 'State0' (entered at the event id #2). The JSONata expression '$none' specified for the field 'Output' returned nothing (undefined)."}
                """));
        assertThat(field(execution, "EvaluationFailed")).isEqualTo("evaluationFailedEventDetails");
    }

    @Test
    void theListenerHearsEveryEventInOrderAtItsTime() {
        var execution = bench.run("\"W\": {\"Type\": \"Wait\", \"Seconds\": 20, \"End\": true}");
        bench.advance(30);
        assertThat(bench.heard).isEqualTo(execution.history());
        assertThat(execution.history())
                .extracting(HistoryEvent::timestamp)
                .containsExactly(
                        Instant.parse("2026-11-20T10:00:00Z"),
                        Instant.parse("2026-11-20T10:00:00Z"),
                        Instant.parse("2026-11-20T10:00:20Z"),
                        Instant.parse("2026-11-20T10:00:20Z"));
        assertThat(execution.stopDate()).contains(Instant.parse("2026-11-20T10:00:20Z"));
    }

    @Test
    void resourcesAreNamedAsAwsNamesThem() {
        assertThat(new Resource("arn:aws:states:::aws-sdk:s3:getObject"))
                .extracting(Resource::type, Resource::action)
                .containsExactly("aws-sdk:s3", "getObject");
        assertThat(new Resource("arn:aws:states:::states:startExecution.sync:2"))
                .extracting(Resource::type, Resource::action)
                .containsExactly("states", "startExecution.sync:2");
    }
}
