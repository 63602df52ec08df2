package booth.emulator.states;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** One file of an earlier process that makes no sense any more, among sound ones. */
class DamagedFilesTest {
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
    void twoBadBytesInTheJournalOfAnEndedExecutionHarmNoOther() throws IOException {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String broken = ended(machine, "broken");
        String sound = ended(machine, "sound");
        states.close();
        damage(journal("broken"), "\"name\":\"broken\"", "\"name\":\"br\u00ff\u00feen\"");

        states = new States(folder);

        assertThat(states.service.recover()).isEmpty();
        assertThat(names(machine)).containsExactly("sound");
        assertThat(status(sound)).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThatThrownBy(() -> status(broken)).isInstanceOf(ExecutionDoesNotExistException.class);
        assertThat(aside()).containsExactly("broken.jsonl.damaged");
    }

    @Test
    void damageThatIsFoundWhenSomebodyLooksIsThatExecutionsAlone() throws IOException {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String broken = ended(machine, "broken");
        String sound = ended(machine, "sound");
        states.close();
        damage(journal("broken"), "LambdaFunctionSucceeded", "Lambda\"unctionSucceeded");
        states = new States(folder);
        states.service.recover();
        assertThat(names(machine)).containsExactlyInAnyOrder("broken", "sound");

        assertThatThrownBy(() -> states.client.getExecutionHistory(get -> get.executionArn(broken)))
                .isInstanceOf(ExecutionDoesNotExistException.class);

        assertThat(states.client
                        .getExecutionHistory(get -> get.executionArn(sound))
                        .events())
                .isNotEmpty();
        assertThat(names(machine)).containsExactly("sound");
        assertThat(aside()).containsExactly("broken.jsonl.damaged");
    }

    @Test
    void anExecutionThatRanAndWhoseRecordHasAHoleEndsAndSaysWhy() throws IOException {
        String arn = begin(states.create("Waiting", States.waiting()), "one");
        await().until(() -> states.tokens.containsKey("Wait"));
        states.close();
        damage(journal("one"), "\"TaskSubmitted\"", "\"TaskSu\u00ff\u00fetted\"");

        states = new States(folder);
        states.service.recover();

        assertThat(status(arn)).isEqualTo(ExecutionStatus.ABORTED);
        await().until(() -> states.events.stream()
                .anyMatch(event -> event.at("/detail/status").asText().equals("ABORTED")));
        assertThat(states.client.describeExecution(get -> get.executionArn(arn)).cause())
                .contains("its record is damaged");
        assertThat(aside()).containsExactly("one.jsonl.damaged");
        close();
        states = new States(folder);
        assertThat(states.service.recover()).isEmpty();
        assertThat(status(arn)).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void aMachineWhoseFileIsDamagedIsCreatedAnewAndTheOthersAreThere() throws IOException {
        states.create("Echo", States.oneTask(States.ECHO));
        String waiting = states.create("Waiting", States.waiting());
        states.close();
        damage(file("Echo[^/]*/machine\\.json"), "\"name\"", "\"nome\"");

        states = new States(folder);

        assertThat(states.client.listStateMachines().stateMachines())
                .extracting(machine -> machine.stateMachineArn())
                .containsExactly(waiting);
        String again = states.create("Echo", States.oneTask(States.ECHO));
        assertThat(status(ended(again, "one"))).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(aside()).containsExactly("machine.json.damaged");
    }

    @Test
    void anExecutionWhoseOldDefinitionIsDamagedEndsAndSaysWhy() throws IOException {
        String machine = states.create("Waiting", States.waiting());
        String arn = begin(machine, "one");
        await().until(() -> states.tokens.containsKey("Wait"));
        Path revision = file("revisions/[^/]*\\.json");
        states.client.updateStateMachine(
                update -> update.stateMachineArn(machine).definition(States.oneTask(States.ECHO)));
        states.close();
        Files.write(revision, new byte[100]);

        states = new States(folder);
        states.service.recover();

        assertThat(status(arn)).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(status(ended(machine, "two"))).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(aside()).hasSize(1);
    }

    private String begin(String machine, String name) {
        return states.client
                .startExecution(start -> start.stateMachineArn(machine).name(name))
                .executionArn();
    }

    /** And everybody was told. */
    private String ended(String machine, String name) {
        String arn = begin(machine, name);
        await().until(() -> Files.readString(journal(name)).strip().endsWith("\"told\":7}}"));
        return arn;
    }

    private ExecutionStatus status(String arn) {
        return states.client.describeExecution(get -> get.executionArn(arn)).status();
    }

    private List<String> names(String machine) {
        return states.client.listExecutions(list -> list.stateMachineArn(machine)).executions().stream()
                .map(ExecutionListItem::name)
                .toList();
    }

    /** By its own name, without the hash. */
    private List<String> aside() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".damaged"))
                    .map(name -> name.replaceFirst("\\.[0-9a-f]{16}\\.", "."))
                    .toList();
        }
    }

    private Path journal(String name) throws IOException {
        return file(name + "\\.[0-9a-f]{16}\\.jsonl");
    }

    private Path file(String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> folder.relativize(file).toString().matches("(.*/)?" + pattern))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @param by characters to 0xff are bytes */
    private static void damage(Path file, String what, String by) throws IOException {
        String before = new String(Files.readAllBytes(file), ISO_8859_1);
        assertThat(before).contains(new String(what.getBytes(UTF_8), ISO_8859_1));
        Files.write(file, before.replace(what, by).getBytes(ISO_8859_1));
    }
}
