package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.asl.ExecutionStatus;
import booth.asl.HistoryEvent;
import booth.asl.VirtualTimer;
import booth.asl.parse.DefinitionParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is true of an execution that is restored from its steps, one thing at a time. */
class RestoreTest {
    private static final String CALL = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"";
    private static final String TOKEN =
            "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"";

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
    void aRestoredExecutionHasItsWholeTimeAgain() {
        var machine = DefinitionParser.parse("""
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
    void stepsThatWereWrittenDownUnderEarlierNamesAreReadToo() throws Exception {
        var mapper = new ObjectMapper().registerModule(new Jdk8Module());
        var step = mapper.readValue("""
                {"events": [], "moves": [{"path": "/0", "created": true, "status": "RUNNING", "lastEvent": 2,
                  "assigned": {}, "visit": {"enteredEvent": 2, "retryCount": 1, "retries": [1], "children": 0}}]}
                """, Step.class);
        assertThat(step.positions().get(0).state().orElseThrow().enteredEvent()).isEqualTo(2);
        assertThat(mapper.readValue(mapper.writeValueAsString(step), Step.class))
                .isEqualTo(step);
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
}
