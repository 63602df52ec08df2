package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionStatus;
import booth.asl.definition.ErrorNames;
import booth.asl.parse.DefinitionParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Timeouts, heartbeats and task tokens. */
class TaskTimeTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static String task(String resource, String fields) {
        return "\"T\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::%s\", \"End\": true%s}"
                .formatted(resource, fields);
    }

    private static String waiting(String fields) {
        return task("sqs:sendMessage.waitForTaskToken", fields);
    }

    private String token() {
        return bench.tasks
                .calls
                .get(bench.tasks.calls.size() - 1)
                .request()
                .taskToken()
                .orElseThrow();
    }

    @Test
    void aTaskThatTakesTooLongTimesOutAndItsCallIsCancelled() {
        bench.tasks.hangs("T");
        var execution = bench.run(task("lambda:invoke", ", \"TimeoutSeconds\": 900"));
        bench.advance(899);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        bench.advance(1);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("States.Timeout");
        assertThat(bench.tasks.open).allMatch(CompletableFuture::isCancelled);
        assertThat(bench.timer.pending()).isZero();
    }

    @Test
    void aTaskThatWaitsInItsServicesLineHasItsWholeTimeAfterwards() {
        bench.tasks.hangs("T").hasALine();
        var execution = bench.run(task("lambda:invoke", ", \"TimeoutSeconds\": 10"));
        bench.advance(3600);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(bench.timer.pending()).isZero();

        bench.tasks.begins();
        bench.advance(9);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        bench.advance(1);
        assertThat(execution.error()).contains("States.Timeout");
    }

    @Test
    void aTaskInLineIsCancelledWithItsExecutionAndNeverHasATime() {
        bench.tasks.hangs("T").hasALine();
        var execution = bench.run(task("lambda:invoke", ", \"TimeoutSeconds\": 10"));
        execution.stop("", "");
        assertThat(bench.tasks.open).allMatch(CompletableFuture::isCancelled);

        bench.tasks.begins();
        assertThat(bench.timer.pending()).isZero();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void aTaskThatWasInLineWhenItsProcessDiedHasItsWholeTimeInTheNext() {
        var steps = new ArrayList<Step>();
        var machine = Bench.machine(task("lambda:invoke", ", \"TimeoutSeconds\": 10"));
        bench.tasks.hangs("T").hasALine();
        bench.engine.start(machine, Bench.IDENTITY, json("{}"), (execution, step) -> steps.add(step));

        try (var next = new Bench()) {
            next.tasks.hangs("T").hasALine();
            var execution = next.engine.restore(machine, Bench.IDENTITY, steps, (restored, step) -> {});
            next.advance(3600);
            assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
            next.tasks.begins();
            next.advance(10);
            assertThat(execution.error()).contains("States.Timeout");
        }
    }

    @Test
    void theTimeoutMayBeAnExpressionAndReachesTheService() {
        bench.tasks.hangs("T");
        var execution =
                bench.run(task("lambda:invoke", ", \"TimeoutSeconds\": \"{% $states.input.t %}\""), "{\"t\": 5}");
        assertThat(bench.tasks.calls.get(0).request().timeout().orElseThrow()).hasSeconds(5);
        bench.advance(5);
        assertThat(execution.error()).contains("States.Timeout");
    }

    @Test
    void aTimeoutThatIsNoPositiveWholeNumberIsAnEvaluationError() {
        bench.tasks.hangs("T");
        var states = task("lambda:invoke", ", \"TimeoutSeconds\": \"{% $states.input %}\"");
        assertThat(bench.run(states, "0").error()).contains("States.QueryEvaluationError");
        assertThat(bench.run(states, "\"5\"").error()).contains("States.QueryEvaluationError");
    }

    @Test
    void eachAttemptHasTheWholeTimeout() {
        bench.tasks.hangs("T");
        var execution = bench.run(task(
                "lambda:invoke",
                ", \"TimeoutSeconds\": 10, \"Retry\": [{\"ErrorEquals\": [\"States.Timeout\"], \"MaxAttempts\": 1}]"));
        bench.advance(20);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        bench.advance(1);
        assertThat(execution.error()).contains("States.Timeout");
    }

    @Test
    void anAnswerAfterTheTimeoutIsIgnored() {
        bench.tasks.on("T", request -> new CompletableFuture<JsonNode>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
                return false; // a service that cannot be cancelled
            }

            {
                bench.tasks.open.add(this);
            }
        });
        var execution = bench.run(task("lambda:invoke", ", \"TimeoutSeconds\": 1"));
        bench.advance(1);
        bench.tasks.open.get(0).complete(json("{}"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(Histories.types(execution)).endsWith("TaskTimedOut", "ExecutionFailed");
    }

    @Test
    void theMachinesTimeoutEndsTheExecutionAsTimedOut() {
        bench.tasks.hangs("T");
        var machine = DefinitionParser.parse("""
                {"QueryLanguage": "JSONata", "TimeoutSeconds": 900, "StartAt": "T", "States": {%s}}
                """.formatted(task("lambda:invoke", "")));
        var execution = bench.start(machine, "{}");
        bench.advance(900);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(execution.error()).contains("States.Timeout");
        assertThat(Histories.types(execution)).endsWith("TaskStarted", "ExecutionTimedOut");
        assertThat(bench.tasks.open).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void theMachinesTimeoutEndsWithTheExecution() {
        var execution = bench.start(DefinitionParser.parse("""
                        {"QueryLanguage": "JSONata", "TimeoutSeconds": 900, "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
                        """), "{}");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.timer.pending()).isZero();
    }

    @Test
    void aTokenBringsTheResult() {
        bench.tasks.gives("T", "{\"MessageId\": \"1\"}");
        var execution = bench.run(waiting(""));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(bench.engine.taskSucceeded(token(), json("{\"image\": 1}"))).isTrue();
        assertThat(execution.output()).contains(json("{\"image\": 1}"));
    }

    @Test
    void aTokenBringsAFailure() {
        bench.tasks.gives("T", "{}");
        var execution = bench.run(waiting(""));
        assertThat(bench.engine.taskFailed(token(), "Refused", "the content filter"))
                .isTrue();
        assertThat(execution.error()).contains("Refused");
        assertThat(execution.cause()).contains("the content filter");
    }

    @Test
    void aFailureByTokenNeedsNoErrorName() {
        bench.tasks.gives("T", "{}");
        var execution = bench.run(waiting(", \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"R\"}]")
                + ", \"R\": {\"Type\": \"Succeed\"}");
        bench.engine.taskFailed(token(), "", "");
        assertThat(execution.output()).contains(json("{\"Error\": null, \"Cause\": null}"));
    }

    @Test
    void aSyncTaskMayBeEndedByItsTokenBeforeItsWorkIsDone() {
        bench.tasks.hangs("T");
        var execution = bench.run("""
                "T": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": true,
                      "Arguments": {"Input": {"token": "{% $states.context.Task.Token %}"}}}
                """);
        var request = bench.tasks.calls.get(0).request();
        assertThat(request.taskToken()).isEmpty();
        var token = request.arguments().at("/Input/token").asText();
        assertThat(bench.engine.taskSucceeded(token, json("\"enough\""))).isTrue();
        assertThat(execution.output()).contains(json("\"enough\""));
        assertThat(bench.tasks.open.get(0)).isCancelled();
    }

    @Test
    void aTokenWorksOnce() {
        bench.tasks.gives("T", "{}");
        bench.run(waiting(""));
        var token = token();
        assertThat(bench.engine.taskSucceeded(token, json("1"))).isTrue();
        assertThat(bench.engine.taskSucceeded(token, json("2"))).isFalse();
        assertThat(bench.engine.taskFailed(token, "E", "")).isFalse();
        assertThat(bench.engine.taskHeartbeat(token)).isFalse();
        assertThat(bench.engine.taskSucceeded("unknown", json("2"))).isFalse();
    }

    @Test
    void aTokenThatTimedOutIsUnknown() {
        bench.tasks.gives("T", "{}");
        var execution = bench.run(waiting(", \"TimeoutSeconds\": 60"));
        bench.advance(60);
        assertThat(execution.error()).contains("States.Timeout");
        assertThat(bench.engine.taskSucceeded(token(), json("1"))).isFalse();
    }

    @Test
    void aWorkerMayAnswerBeforeTheSubmissionReturns() {
        bench.tasks.hangs("T");
        var execution = bench.run(waiting(""));
        assertThat(bench.engine.taskSucceeded(token(), json("1"))).isTrue();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        bench.tasks.open.get(0).complete(json("{}"));
        assertThat(execution.output()).contains(json("1"));
        assertThat(Histories.types(execution)).containsSequence("TaskStarted", "TaskSubmitted", "TaskSucceeded");
    }

    @Test
    void everyAttemptHasATokenOfItsOwn() {
        bench.tasks.gives("T", "{}");
        bench.run(waiting(", \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}]"));
        var first = token();
        bench.engine.taskFailed(first, "Busy", "");
        bench.advance(1);
        assertThat(token()).isNotEqualTo(first);
        assertThat(bench.engine.taskSucceeded(first, json("1"))).isFalse();
    }

    @Test
    void heartbeatsKeepATaskAlive() {
        bench.tasks.gives("T", "{}");
        var execution = bench.run(waiting(", \"TimeoutSeconds\": 600, \"HeartbeatSeconds\": 5"));
        for (int i = 0; i < 10; i++) {
            bench.advance(4);
            assertThat(bench.engine.taskHeartbeat(token())).isTrue();
        }
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        bench.advance(5);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("States.Timeout");
    }

    @Test
    void aMissedHeartbeatIsCaughtByEitherName() {
        for (var name : new String[] {"States.HeartbeatTimeout", "States.Timeout", "States.ALL"}) {
            bench.tasks.gives("T", "{}");
            var execution = bench.run(waiting(
                            ", \"HeartbeatSeconds\": \"{%% 2 + 3 %%}\", \"Catch\": [{\"ErrorEquals\": [\"%s\"], \"Next\": \"R\"}]"
                                    .formatted(name))
                    + ", \"R\": {\"Type\": \"Succeed\"}");
            bench.advance(5);
            assertThat(execution.output()).as(name).contains(json("{\"Error\": \"States.Timeout\", \"Cause\": \"\"}"));
        }
    }

    @Test
    void aTimeoutIsNoMissedHeartbeat() {
        assertThat(new ErrorMatcher(new ErrorNames(List.of("States.HeartbeatTimeout"))).matches(Failure.timeout()))
                .isFalse();
    }

    @Test
    void aSubmissionThatFailsFailsTheTask() {
        bench.tasks.fails("T", "SQS.QueueDoesNotExistException");
        var execution = bench.run(waiting(""));
        assertThat(execution.error()).contains("SQS.QueueDoesNotExistException");
        assertThat(Histories.types(execution)).endsWith("TaskStarted", "TaskSubmitFailed", "ExecutionFailed");
    }
}
