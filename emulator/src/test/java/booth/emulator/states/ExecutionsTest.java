package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

class ExecutionsTest {
    @TempDir
    private Path folder;

    private States states;

    @BeforeEach
    void start() {
        states = new States(folder);
    }

    @AfterEach
    void stop() {
        states.close();
    }

    @Test
    void anExecutionSucceedsAndShowsInputAndOutputAsGiven() {
        String machine = states.create("Echo", States.oneTask(States.ECHO));

        StartExecutionResponse started = begin(machine, "one", "{ \"a\" : 1 }");
        DescribeExecutionResponse ended = awaitEnd(started.executionArn());

        assertThat(ended.executionArn()).isEqualTo("arn:aws:states:us-east-1:123456789012:execution:Echo:one");
        assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(ended.input()).isEqualTo("{ \"a\" : 1 }");
        assertThat(ended.output()).isEqualTo("{\"a\":1}");
        assertThat(ended.startDate()).isEqualTo(started.startDate());
        assertThat(ended.stopDate()).isAfterOrEqualTo(ended.startDate());
        assertThat(ended.redriveStatusReason()).isEqualTo("Execution is SUCCEEDED and cannot be redriven");
    }

    @Test
    void itsHistoryHasBegunWhenItsStartIsAnswered() {
        String machine = states.create("Echo", States.oneTask(States.ECHO));

        for (int i = 0; i < 30; i++) {
            String execution = begin(machine, "e" + i, "{}").executionArn();

            assertThat(states.client
                            .getExecutionHistory(of -> of.executionArn(execution))
                            .events())
                    .first()
                    .satisfies(event -> assertThat(event.type()).isEqualTo(HistoryEventType.EXECUTION_STARTED));
        }
    }

    @Test
    void theSameNameAndInputWhileRunningIsTheSameExecution() {
        String machine = states.create("Waiting", States.waiting());

        StartExecutionResponse first = begin(machine, "job-r0", "{\"a\":1}");
        StartExecutionResponse second = begin(machine, "job-r0", "{\"a\":1}");

        assertThat(second.executionArn()).isEqualTo(first.executionArn());
        assertThat(second.startDate()).isEqualTo(first.startDate());
        assertThat(states.client
                        .listExecutions(list -> list.stateMachineArn(machine))
                        .executions())
                .hasSize(1);
    }

    @Test
    void theSameNameWithAnotherInputOrAfterTheEndAlreadyExists() {
        String machine = states.create("Waiting", States.waiting());
        String arn = begin(machine, "job-r0", "{\"a\":1}").executionArn();

        assertThatThrownBy(() -> begin(machine, "job-r0", "{\"a\":2}"))
                .isInstanceOf(ExecutionAlreadyExistsException.class)
                .hasMessageContaining("Execution Already Exists: '" + arn + "'");

        states.client.stopExecution(stop -> stop.executionArn(arn));
        assertThatThrownBy(() -> begin(machine, "job-r0", "{\"a\":1}"))
                .isInstanceOf(ExecutionAlreadyExistsException.class);
    }

    @Test
    void wrongRequestsAreRefusedWithTheErrorsOfTheModel() {
        String machine = states.create("Echo", States.oneTask(States.ECHO));

        assertThatThrownBy(() -> begin(machine, "a/b", "{}")).isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> begin(machine, "a", "{\"a\":")).isInstanceOf(InvalidExecutionInputException.class);
        assertThatThrownBy(() -> begin(machine, "a", "{} {}")).isInstanceOf(InvalidExecutionInputException.class);
        assertThatThrownBy(() -> begin(machine + "x", "a", "{}")).isInstanceOf(StateMachineDoesNotExistException.class);
        assertThatThrownBy(() -> begin("somewhere", "a", "{}")).isInstanceOf(InvalidArnException.class);
        assertThatThrownBy(() -> states.client.describeExecution(describe ->
                        describe.executionArn("arn:aws:states:us-east-1:123456789012:execution:Echo:nobody")))
                .isInstanceOf(ExecutionDoesNotExistException.class);
        assertThatThrownBy(() -> states.client.startExecution(start -> start.name("a")))
                .isInstanceOf(SfnException.class)
                .hasMessageContaining("'stateMachineArn' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void executionsAreListedNewestFirstPageByPageAndByStatus() {
        String waiting = states.create("Waiting", States.waiting());
        List<String> arns = List.of("1", "2", "3", "4", "5").stream()
                .map(name -> {
                    String arn = begin(waiting, name, "{}").executionArn();
                    await().until(() -> System.currentTimeMillis()
                            > describe(arn).startDate().toEpochMilli());
                    return name;
                })
                .toList();
        states.client.stopExecution(stop -> stop.executionArn(waiting.replace("stateMachine", "execution") + ":2"));

        assertThat(arns).hasSize(5);
        assertThat(states.client.listExecutionsPaginator(
                        list -> list.stateMachineArn(waiting).maxResults(2)))
                .flatMap(page -> page.executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("5", "4", "3", "2", "1");
        assertThat(states.client
                        .listExecutions(list -> list.stateMachineArn(waiting).statusFilter(ExecutionStatus.ABORTED))
                        .executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("2");
        assertThatThrownBy(() -> states.client.listExecutions(
                        list -> list.stateMachineArn(waiting).nextToken("bm9ib2R5")))
                .isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void theHistoryReadsForwardsBackwardsInPagesAndWithoutData() {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String arn = begin(machine, "one", "{\"face\":1}").executionArn();
        awaitEnd(arn);

        List<HistoryEvent> events = states.client
                .getExecutionHistory(history -> history.executionArn(arn))
                .events();
        assertThat(events)
                .extracting(HistoryEvent::type)
                .containsExactly(
                        HistoryEventType.EXECUTION_STARTED,
                        HistoryEventType.TASK_STATE_ENTERED,
                        HistoryEventType.LAMBDA_FUNCTION_SCHEDULED,
                        HistoryEventType.LAMBDA_FUNCTION_STARTED,
                        HistoryEventType.LAMBDA_FUNCTION_SUCCEEDED,
                        HistoryEventType.TASK_STATE_EXITED,
                        HistoryEventType.EXECUTION_SUCCEEDED);
        assertThat(events.get(0).executionStartedEventDetails().input()).isEqualTo("{\"face\":1}");
        assertThat(states.client.getExecutionHistoryPaginator(
                        history -> history.executionArn(arn).reverseOrder(true).maxResults(3)))
                .flatMap(page -> page.events())
                .extracting(HistoryEvent::id)
                .containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(states.client
                        .getExecutionHistory(
                                history -> history.executionArn(arn).includeExecutionData(false))
                        .toString())
                .doesNotContain("face");
    }

    @Test
    void aStoppedExecutionIsAbortedOnce() {
        String machine = states.create("Waiting", States.waiting());
        String arn = begin(machine, "one", "{}").executionArn();

        var first = states.client.stopExecution(
                stop -> stop.executionArn(arn).error("Enough").cause("The guest left."));
        var second = states.client.stopExecution(stop -> stop.executionArn(arn));

        DescribeExecutionResponse aborted = describe(arn);
        assertThat(aborted.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(aborted.error()).isEqualTo("Enough");
        assertThat(aborted.cause()).isEqualTo("The guest left.");
        assertThat(second.stopDate()).isEqualTo(first.stopDate()).isEqualTo(aborted.stopDate());
    }

    @Test
    void aFailedExecutionIsRedrivenFromItsFailedState() {
        String machine = states.create("Broken", States.oneTask(States.BROKEN));
        String arn = begin(machine, "one", "{}").executionArn();
        DescribeExecutionResponse failed = awaitEnd(arn);
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.error()).isEqualTo("booth.core.Busy");
        assertThat(failed.redriveStatus()).isEqualTo(ExecutionRedriveStatus.REDRIVABLE);

        states.mended = true;
        var first = states.client.redriveExecution(
                redrive -> redrive.executionArn(arn).clientToken("t1"));
        DescribeExecutionResponse again = awaitEnd(arn);
        var repeated = states.client.redriveExecution(
                redrive -> redrive.executionArn(arn).clientToken("t1"));

        assertThat(again.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(again.redriveCount()).isEqualTo(1);
        assertThat(again.redriveDate()).isEqualTo(first.redriveDate()).isEqualTo(repeated.redriveDate());
        assertThatThrownBy(() -> states.client.redriveExecution(redrive -> redrive.executionArn(arn)))
                .isInstanceOf(ExecutionNotRedrivableException.class)
                .hasMessageContaining("Execution is SUCCEEDED and cannot be redriven");
    }

    @Test
    void aTaskTokenIsAnsweredOnce() {
        String machine = states.create("Waiting", States.waiting());
        String arn = begin(machine, "one", "{}").executionArn();
        String token = await().until(() -> states.tokens.get("Wait"), known -> known != null);

        states.client.sendTaskHeartbeat(beat -> beat.taskToken(token));
        assertThatThrownBy(() -> states.client.sendTaskSuccess(
                        success -> success.taskToken(token).output("no json")))
                .isInstanceOf(InvalidOutputException.class);
        states.client.sendTaskSuccess(success -> success.taskToken(token).output("{\"index\":1}"));

        assertThat(awaitEnd(arn).output()).isEqualTo("{\"index\":1}");
        assertThatThrownBy(() -> states.client.sendTaskSuccess(
                        success -> success.taskToken(token).output("{}")))
                .isInstanceOf(TaskTimedOutException.class)
                .hasMessageContaining("Task Timed Out: 'Provided task does not exist anymore'");
        assertThatThrownBy(() -> states.client.sendTaskHeartbeat(beat -> beat.taskToken("invented".repeat(8))))
                .isInstanceOf(TaskDoesNotExistException.class);
        assertThatThrownBy(() -> states.client.sendTaskFailure(failure -> failure.taskToken("not a token")))
                .isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void aWorkersFailureIsTheExecutions() {
        String machine = states.create("Waiting", States.waiting());
        String arn = begin(machine, "one", "{}").executionArn();
        String token = await().until(() -> states.tokens.get("Wait"), known -> known != null);

        states.client.sendTaskFailure(
                failure -> failure.taskToken(token).error("booth.core.Refused").cause("PROMPT: no."));

        DescribeExecutionResponse failed = awaitEnd(arn);
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.error()).isEqualTo("booth.core.Refused");
        assertThat(failed.cause()).isEqualTo("PROMPT: no.");
    }

    @Test
    void everyTurnOfAnExecutionIsAnEvent() {
        String machine = states.create("Broken", States.oneTask(States.BROKEN));
        String arn = begin(machine, "one", "{\"a\":1}").executionArn();
        awaitEnd(arn);
        states.mended = true;
        states.client.redriveExecution(redrive -> redrive.executionArn(arn));
        awaitEnd(arn);

        await().until(() -> states.events.size() == 4);
        assertThat(states.events)
                .extracting(event -> event.at("/detail/status").textValue())
                .containsExactly("RUNNING", "FAILED", "RUNNING", "SUCCEEDED");
        JsonNode failed = states.events.get(1);
        assertThat(failed.path("source").textValue()).isEqualTo("aws.states");
        assertThat(failed.path("detail-type").textValue()).isEqualTo("Step Functions Execution Status Change");
        assertThat(failed.at("/resources/0").textValue()).isEqualTo(arn);
        assertThat(failed.at("/detail/name").textValue()).isEqualTo("one");
        assertThat(failed.at("/detail/stateMachineArn").textValue()).isEqualTo(machine);
        assertThat(failed.at("/detail/input").textValue()).isEqualTo("{\"a\":1}");
        assertThat(failed.at("/detail/output").isNull()).isTrue();
        assertThat(failed.at("/detail/error").textValue()).isEqualTo("booth.core.Busy");
        assertThat(failed.at("/detail/redriveStatus").textValue()).isEqualTo("REDRIVABLE");
        assertThat(failed.at("/detail/stopDate").longValue())
                .isGreaterThanOrEqualTo(failed.at("/detail/startDate").longValue())
                .isGreaterThan(1_600_000_000_000L);
        assertThat(states.events.get(3).at("/detail/redriveCount").intValue()).isEqualTo(1);
    }

    @Test
    void whatIsTooLongForAnEventIsLeftOut() {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String input = "\"" + "x".repeat(130 << 10) + "\"";

        awaitEnd(begin(machine, "one", input).executionArn());

        await().until(() -> states.events.size() == 2);
        assertThat(states.events.get(0).at("/detail/input").textValue()).isEqualTo(input);
        JsonNode ended = states.events.get(1).path("detail");
        assertThat(ended.path("input").isNull()).isTrue();
        assertThat(ended.at("/inputDetails/included").booleanValue()).isFalse();
        assertThat(ended.path("output").textValue()).isEqualTo(input);
    }

    @Test
    void aPageBeginsBehindTheLastOneWhateverBecameOfItMeanwhile() {
        String waiting = states.create("Waiting", States.waiting());
        for (String name : List.of("1", "2", "3")) begin(waiting, name, "{}");
        var first = states.client.listExecutions(list -> list.stateMachineArn(waiting)
                .statusFilter(ExecutionStatus.RUNNING)
                .maxResults(1));
        String shown = first.executions().get(0).executionArn();
        states.client.stopExecution(stop -> stop.executionArn(shown));

        var rest = states.client.listExecutions(list -> list.stateMachineArn(waiting)
                .statusFilter(ExecutionStatus.RUNNING)
                .nextToken(first.nextToken()));

        assertThat(rest.executions())
                .hasSize(2)
                .noneMatch(execution -> execution.executionArn().equals(shown));
    }

    @Test
    void anEndedExecutionIsRememberedByTheNextProcess() {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String arn = begin(machine, "one", "{\"a\":1}").executionArn();
        DescribeExecutionResponse before = awaitEnd(arn);
        var history =
                states.client.getExecutionHistory(get -> get.executionArn(arn)).events();

        restart();

        assertThat(describe(arn).equalsBySdkFields(before)).isTrue();
        assertThat(states.client
                        .getExecutionHistory(get -> get.executionArn(arn))
                        .events())
                .isEqualTo(history);
        assertThat(states.client
                        .listExecutions(list -> list.stateMachineArn(machine))
                        .executions())
                .hasSize(1);
        assertThatThrownBy(() -> begin(machine, "one", "{\"a\":1}"))
                .isInstanceOf(ExecutionAlreadyExistsException.class);
    }

    @Test
    void aLineThatADyingProcessLeftHalfWrittenIsCutOff() throws IOException {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String arn = begin(machine, "one", "{}").executionArn();
        awaitEnd(arn);
        states.close();
        Path journal;
        try (Stream<Path> files = Files.walk(folder)) {
            journal = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> lines = Files.readAllLines(journal);
        int last = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).contains("ExecutionSucceeded"))
                .findFirst()
                .orElseThrow();
        String whole = String.join("\n", lines.subList(0, last)) + "\n";
        Files.writeString(journal, whole + lines.get(last).substring(0, 30));

        states = new States(folder);
        states.service.recover();

        assertThat(awaitEnd(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        var events = states.client
                .getExecutionHistory(history -> history.executionArn(arn))
                .events();
        assertThat(events).extracting(HistoryEvent::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(Files.readString(journal)).startsWith(whole);
    }

    @Test
    void anExecutionThatNeverBeganIsForgotten() throws IOException {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String arn = begin(machine, "one", "{}").executionArn();
        awaitEnd(arn);
        states.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path journal :
                    files.filter(file -> file.toString().endsWith(".jsonl")).toList())
                Files.writeString(journal, Files.readAllLines(journal).get(0) + "\n");
        }

        states = new States(folder);

        assertThat(begin(machine, "one", "{}").executionArn()).isEqualTo(arn);
        assertThat(awaitEnd(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    private void restart() {
        states.close();
        states = new States(folder);
    }

    private StartExecutionResponse begin(String machine, String name, String input) {
        return states.client.startExecution(
                start -> start.stateMachineArn(machine).name(name).input(input));
    }

    private DescribeExecutionResponse describe(String arn) {
        return states.client.describeExecution(execution -> execution.executionArn(arn));
    }

    private DescribeExecutionResponse awaitEnd(String arn) {
        return await().until(() -> describe(arn), execution -> execution.status() != ExecutionStatus.RUNNING);
    }
}
