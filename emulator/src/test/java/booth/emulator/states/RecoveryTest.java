package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Executions whose process ends under them; the interpreter's own part of it is tested where the interpreter is. */
class RecoveryTest {
    @TempDir
    private Path folder;

    private States states;

    @BeforeEach
    void open() {
        states = new States(folder);
    }

    @AfterEach
    void close() {
        states.close();
    }

    @Test
    void anExecutionGoesOnWhereItsProcessEnded() {
        String arn = begin(states.create("Waiting", States.waiting()));
        await().until(() -> states.tokens.containsKey("Wait"));
        String token = states.tokens.get("Wait");

        restart();
        assertThat(states.service.recover()).containsExactly(arn);

        states.client.sendTaskSuccess(send -> send.taskToken(token).output("\"at last\""));
        assertThat(awaitEnd(arn).output()).isEqualTo("\"at last\"");
        assertThat(history(arn))
                .extracting(HistoryEvent::typeAsString)
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSubmitted",
                        "TaskSucceeded",
                        "TaskStateExited",
                        "ExecutionSucceeded");
        assertThat(history(arn)).extracting(HistoryEvent::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void variablesItemsBranchesAndResultsOutliveTheProcess() {
        String arn = begin(states.create("Everything", """
                {"QueryLanguage": "JSONata", "StartAt": "Map", "States": {
                  "Map": {"Type": "Map", "Items": ["a", null, {"c": 1.5}], "ItemProcessor": {
                            "StartAt": "Echo", "States": {"Echo": {"Type": "Task", "Resource": "%s",
                              "Arguments": {"got": "{%% $states.input %%}"}, "End": true}}},
                          "Assign": {"results": "{%% $states.result %%}", "nothing": null}, "Next": "Parallel"},
                  "Parallel": {"Type": "Parallel", "End": true,
                    "Output": "{%% {'results': $results, 'nothing': $nothing, 'branches': $states.result} %%}",
                    "Branches": [
                      {"StartAt": "Quick", "States": {"Quick": {"Type": "Pass", "Output": 1, "End": true}}},
                      {"StartAt": "Wait", "States": {"Wait": {"Type": "Task", "Resource": "%s", "End": true,
                        "Arguments": {"QueueUrl": "q", "MessageBody": {"t": "{%% $states.context.Task.Token %%}"}}}}}]}
                }}""".formatted(States.ECHO, States.TOKEN)));
        await().until(() -> states.tokens.containsKey("Wait"));
        String token = states.tokens.get("Wait");

        restart();
        states.service.recover();

        states.client.sendTaskSuccess(send -> send.taskToken(token).output("2"));
        assertThat(awaitEnd(arn).output()).isEqualTo("""
                {"results":[{"got":"a"},{"got":null},{"got":{"c":1.5}}],"nothing":null,"branches":[1,2]}""");
    }

    @Test
    void whoeverAnswersBeforeTheExecutionsRunAgainWaits() {
        String arn = begin(states.create("Waiting", States.waiting()));
        await().until(() -> states.tokens.containsKey("Wait"));
        String token = states.tokens.get("Wait");

        restart();
        var answer = CompletableFuture.runAsync(() ->
                states.client.sendTaskSuccess(send -> send.taskToken(token).output("{}")));
        states.service.recover();

        assertThat(answer).succeedsWithin(Duration.ofSeconds(20));
        assertThat(awaitEnd(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void anExecutionOfAnEarlierProcessIsStopped() {
        String arn = begin(states.create("Waiting", States.waiting()));
        await().until(() -> states.tokens.containsKey("Wait"));

        restart();
        states.service.recover();
        states.client.stopExecution(stop -> stop.executionArn(arn).error("Canceled"));

        assertThat(describe(arn).error()).isEqualTo("Canceled");
    }

    @Test
    void anExecutionOfAnEarlierProcessIsRedriven() {
        String arn = begin(states.create("Broken", States.oneTask(States.BROKEN)));
        assertThat(awaitEnd(arn).redriveStatusAsString()).isEqualTo("REDRIVABLE");

        restart();
        states.mended = true;
        assertThat(describe(arn).redriveStatusAsString()).isEqualTo("REDRIVABLE");
        states.client.redriveExecution(redrive -> redrive.executionArn(arn));

        assertThat(awaitEnd(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(describe(arn).redriveCount()).isEqualTo(1);
    }

    @Test
    void aStatusThatWasNotToldIsToldByTheNextProcess() {
        states.close();
        CountDownLatch never = new CountDownLatch(1);
        states = new States(folder, event -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new CancellationException("the process ends");
            }
        });
        String arn = begin(states.create("Broken", States.oneTask(States.BROKEN)));
        awaitEnd(arn);

        restart();
        states.service.recover();

        await().until(() -> states.events.size() == 1);
        assertThat(states.events.get(0).at("/detail/executionArn").textValue()).isEqualTo(arn);
        assertThat(states.events.get(0).at("/detail/status").textValue()).isEqualTo("FAILED");
        restart();
        assertThat(states.service.recover()).isEmpty();
        assertThat(states.events).isEmpty();
    }

    @Test
    void whatTheInterpreterRefusesByNowIsAbortedAndSaysWhy() throws IOException {
        String arn = begin(states.create("Waiting", States.waiting()));
        await().until(() -> states.tokens.containsKey("Wait"));
        states.close();
        for (Path revision : files("revisions/.*\\.json"))
            Files.writeString(revision, Files.readString(revision).replace("\\\"End\\\"", "\\\"Ends\\\""));

        states = new States(folder);
        states.service.recover();

        assertThat(awaitEnd(arn).status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(describe(arn).error()).isEqualTo("Emulator.Interrupted");
        assertThat(describe(arn).cause()).contains("Ends");
    }

    @Test
    void aDamagedJournalIsSetAsideAndHarmsNoOther() throws IOException {
        String machine = states.create("Waiting", States.waiting());
        String arn = begin(machine);
        await().until(() -> states.tokens.containsKey("Wait"));
        states.close();
        Path journal = files(".*\\.jsonl").get(0);
        Files.writeString(journal.resolveSibling("other.jsonl"), "{\"event\": 1}\n");

        states = new States(folder);

        assertThat(states.service.recover()).containsExactly(arn);
        assertThat(journal.resolveSibling("other.jsonl.damaged")).exists();
    }

    private List<Path> files(String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> folder.relativize(file).toString().matches("(.*/)?" + pattern))
                    .toList();
        }
    }

    private void restart() {
        states.close();
        states = new States(folder);
    }

    private String begin(String machine) {
        return states.client
                .startExecution(start -> start.stateMachineArn(machine).name("one"))
                .executionArn();
    }

    private List<HistoryEvent> history(String arn) {
        return states.client.getExecutionHistory(get -> get.executionArn(arn)).events();
    }

    private DescribeExecutionResponse describe(String arn) {
        return states.client.describeExecution(execution -> execution.executionArn(arn));
    }

    private DescribeExecutionResponse awaitEnd(String arn) {
        return await().until(() -> describe(arn), execution -> execution.status() != ExecutionStatus.RUNNING);
    }
}
