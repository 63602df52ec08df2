package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What the next process knows of executions that the last one had. */
class RememberedExecutionsTest extends OnStates {
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
}
