package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import booth.emulator.spool.FullDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;

@EnabledOnOs(OS.LINUX) // it has a file on which there is never any room
class FullDiskTest {
    @TempDir
    private Path folder;

    private final AtomicBoolean full = new AtomicBoolean();
    private States states;

    @BeforeEach
    void open() {
        states = new States(folder, event -> {
            if (full.get()) throw new UncheckedIOException("the disk is full", new IOException("No space left"));
        });
    }

    @AfterEach
    void close() {
        states.close();
    }

    @Test
    void anExecutionThatFindsNoRoomStandsStillAndGoesOnWhenThereIsSome() throws IOException {
        String machine = states.create("Waiting", States.waiting());
        String arn = begin(machine);
        await().until(() -> states.tokens.containsKey("Wait"));
        await().until(() -> Files.readString(journal()).contains("TaskSubmitted"));
        Path written = Files.copy(journal(), folder.resolve("written"));
        Path journal = journal();
        FullDisk.at(journal);

        assertThatThrownBy(() -> answer()).isInstanceOf(SfnException.class).hasMessageContaining("disk");
        assertThatThrownBy(() -> answer()).isInstanceOf(SfnException.class).hasMessageContaining("try again");
        assertThat(states.client
                        .listExecutions(list -> list.stateMachineArn(machine))
                        .executions())
                .extracting(ExecutionListItem::status)
                .containsExactly(ExecutionStatus.RUNNING);

        Files.delete(journal);
        Files.move(written, journal);
        await().ignoreExceptions().until(() -> {
            answer();
            return true;
        });
        await().until(() -> states.client
                .describeExecution(get -> get.executionArn(arn))
                .status()
                .equals(ExecutionStatus.SUCCEEDED));
    }

    @Test
    void anExecutionThatFindsNoRoomToBeginHasNotBegunAndItsNameIsFree() throws IOException {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String arn = begin(machine);
        await().until(() -> Files.readString(journal()).contains("\"told\":7"));
        Path journal = journal();
        states.close();
        Files.delete(journal);
        open();
        FullDisk.at(journal);

        assertThatThrownBy(() -> begin(machine))
                .isInstanceOf(SfnException.class)
                .hasMessageContaining("the disk is full");

        Files.deleteIfExists(journal);
        assertThat(begin(machine)).isEqualTo(arn);
        await().until(() -> states.client
                .describeExecution(get -> get.executionArn(arn))
                .status()
                .equals(ExecutionStatus.SUCCEEDED));
    }

    @Test
    void aMachineThatFindsNoRoomIsNoneAndIsCreatedLater() throws IOException {
        states.create("Waiting", States.waiting());
        states.client.deleteStateMachine(
                delete -> delete.stateMachineArn("arn:aws:states:us-east-1:123456789012:stateMachine:Waiting"));
        FullDisk.at(home().resolve("machine.json.draft"));

        assertThatThrownBy(() -> states.create("Waiting", States.waiting())).isInstanceOf(SfnException.class);

        assertThat(states.client.listStateMachines().stateMachines()).isEmpty();
        states.create("Waiting", States.waiting());
        assertThat(states.client.listStateMachines().stateMachines()).hasSize(1);
    }

    @Test
    void whoeverCouldNotBeToldOfAnEndIsToldWhenThereIsRoomAgain() {
        full.set(true);
        String arn = begin(states.create("Echo", States.oneTask(States.ECHO)));
        await().until(() -> states.client
                .describeExecution(get -> get.executionArn(arn))
                .status()
                .equals(ExecutionStatus.SUCCEEDED));
        assertThat(states.events).isEmpty();

        full.set(false);

        await().until(() -> states.events.stream()
                .anyMatch(event -> event.at("/detail/status").asText().equals("SUCCEEDED")));
    }

    private void answer() {
        states.client.sendTaskSuccess(
                send -> send.taskToken(states.tokens.get("Wait")).output("{}"));
    }

    private String begin(String machine) {
        return states.client
                .startExecution(start -> start.stateMachineArn(machine).name("one"))
                .executionArn();
    }

    private Path home() throws IOException {
        try (Stream<Path> homes = Files.list(folder.resolve("machines"))) {
            return homes.findFirst().orElseThrow();
        }
    }

    private Path journal() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
