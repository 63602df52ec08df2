package booth.asl;

import static booth.asl.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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

    /** One life of the process: an engine, its clock, and tasks that always do the same. */
    private static final class Life implements TaskService {
        final VirtualTimer timer = new VirtualTimer();
        final Engine engine = new Engine(this, timer, Runnable::run, new Random(1));
        final List<Step> steps = new ArrayList<>();
        final List<String> calls = new ArrayList<>();
        final Map<String, JsonNode> sent = new LinkedHashMap<>();
        private final Map<String, JsonNode> unread = new LinkedHashMap<>();

        Life() {
            this(Map.of());
        }

        /** @param queue letters that outlived an earlier process */
        Life(Map<String, JsonNode> queue) {
            sent.putAll(queue);
            unread.putAll(queue);
        }

        /** Fails as often as the arguments say; what has a token is answered later. */
        @Override
        public CompletionStage<JsonNode> run(TaskRequest request) {
            calls.add(request.stateName() + request.arguments());
            if (request.retryCount() < request.arguments().path("failures").asInt()) {
                return CompletableFuture.failedFuture(new TaskFailure("Flaky", "not yet"));
            }
            request.taskToken().ifPresent(token -> {
                sent.put(token, request.arguments());
                unread.put(token, request.arguments());
            });
            return CompletableFuture.completedFuture(request.arguments());
        }

        Execution start(StateMachine machine, String input) {
            return driven(engine.start(machine, Bench.IDENTITY, json(input), (execution, step) -> steps.add(step)));
        }

        Execution restore(StateMachine machine, List<Step> before) {
            steps.addAll(before);
            return driven(engine.restore(machine, Bench.IDENTITY, before, (execution, step) -> steps.add(step)));
        }

        /** Lets time pass and letters be answered until there is nothing to wait for. */
        private Execution driven(Execution execution) {
            for (int second = 0; second < 100 && execution.status() == ExecutionStatus.RUNNING; second++) {
                var due = new LinkedHashMap<>(unread);
                unread.clear();
                due.forEach(this::answer);
                timer.advance(Duration.ofSeconds(1));
            }
            return execution;
        }

        private void answer(String token, JsonNode letter) {
            if (letter.path("refuse").asBoolean()) engine.taskFailed(token, "Refused", "no");
            else engine.taskSucceeded(token, letter);
        }
    }

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
                                  $states.context.Map.Item.Value = 'b'} %%}",
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
    void anAnswerIsRecordedBeforeTheWorkerHearsThatItWasTaken() {
        var life = new Life();
        life.engine.start(
                Bench.machine("\"T\": {" + TOKEN + ", \"End\": true}"),
                Bench.IDENTITY,
                json("{}"),
                (execution, step) -> life.steps.add(step));
        var token = life.sent.keySet().iterator().next();
        assertThat(life.engine.taskSucceeded(token, json("1"))).isTrue();
        assertThat(events(life.steps)).endsWith("TaskSucceeded", "TaskStateExited", "ExecutionSucceeded");
    }

    @Test
    void anAnswerThatCameBeforeItsTaskWasSubmittedOutlivesTheProcess() {
        var machine = Bench.machine("\"T\": {" + TOKEN + ", \"End\": true}");
        var steps = new ArrayList<Step>();
        var token = new ArrayList<String>();
        var first = new Engine(
                request -> {
                    token.add(request.taskToken().orElseThrow());
                    return new CompletableFuture<>();
                },
                new VirtualTimer(),
                Runnable::run);
        first.start(machine, Bench.IDENTITY, json("{}"), (execution, step) -> steps.add(step));
        assertThat(first.taskSucceeded(token.get(0), json("\"early\""))).isTrue();
        var second = new Life().restore(machine, steps);
        assertThat(second.output()).contains(json("\"early\""));
    }

    @Test
    void aRestoredExecutionIsRedrivenOnlyWhereItDidNotSucceed() {
        var machine = Bench.machine("""
                "M": {"Type": "Map", "Items": [1, 2, 3], "MaxConcurrency": 1, "End": true,
                      "ItemProcessor": {"StartAt": "T", "States": {"T": {%s, "End": true, "Arguments": {
                        "item": "{%% $states.input %%}",
                        "refuse": "{%% $states.input = 2 and $states.context.Execution.RedriveCount = 0 %%}"}}}}}
                """.formatted(TOKEN));
        var life = new Life();
        assertThat(life.start(machine, "{}").status()).isEqualTo(ExecutionStatus.FAILED);
        var next = new Life();
        var execution = next.restore(machine, life.steps);
        assertThat(execution.error()).contains("Refused");
        execution.redrive();
        next.driven(execution);
        assertThat(execution.redriveCount()).isEqualTo(1);
        assertThat(execution.output().orElseThrow().findValuesAsText("item")).containsExactly("1", "2", "3");
        assertThat(next.calls).hasSize(2);
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

    @Test
    void aRestoredExecutionHasItsWholeTimeAgain() {
        var machine = StateMachine.parse("""
                {"QueryLanguage": "JSONata", "TimeoutSeconds": 60, "StartAt": "T", "States": {
                  "T": {%s, "TimeoutSeconds": 10, "End": true}}}
                """.formatted(TOKEN));
        var steps = new ArrayList<Step>();
        var life = new Life();
        life.engine.start(machine, Bench.IDENTITY, json("{}"), (execution, step) -> steps.add(step));
        var next = new Life();
        next.timer.advance(Duration.ofDays(1));
        var execution = next.engine.restore(machine, Bench.IDENTITY, steps, (run, step) -> {});
        next.timer.advance(Duration.ofSeconds(9));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        next.timer.advance(Duration.ofSeconds(1));
        assertThat(execution.error()).contains("States.Timeout");
    }

    @Test
    void whatCannotBeRecordedHasNoConsequences() {
        var life = new Life();
        var machine = Bench.machine("\"T\": {" + CALL + ", \"End\": true}");
        assertThatThrownBy(() -> life.engine.start(machine, Bench.IDENTITY, json("{}"), (execution, step) -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(life.calls).isEmpty();
    }

    private static List<String> events(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.events().stream())
                .map(HistoryEvent::type)
                .toList();
    }

    private static List<String> types(Execution execution) {
        return execution.history().stream().map(HistoryEvent::type).toList();
    }
}
