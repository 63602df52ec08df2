package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What AWS cannot do: an execution is deleted with its history. */
class ForgettingTest {
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
    void whatIsForgottenIsGoneForGoodAndTheOthersStay() throws IOException {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String gone = ended(machine, "ada-r0");
        String goneToo = ended(machine, "ada-r1");
        String other = ended(machine, "adam-r0");

        await().until(() -> states.service.forget("ada-r"));

        assertGone(gone);
        assertGone(goneToo);
        assertThat(status(other)).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(files()).noneMatch(text -> text.contains("ada-r"));
        restart();
        assertGone(gone);
        assertThat(status(other)).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void whatRunsIsForgottenWhenItHasEnded() {
        String arn = start(states.create("Waiting", States.waiting()), "ada-r0");
        await().until(() -> states.tokens.containsKey("Wait"));

        assertThat(states.service.forget("ada-r")).isFalse();
        assertThat(status(arn)).isEqualTo(ExecutionStatus.RUNNING);
        states.client.stopExecution(stop -> stop.executionArn(arn));

        await().until(() -> states.service.forget("ada-r"));
        assertGone(arn);
    }

    /** Somebody waits for that news, and would read the history for it. */
    @Test
    void anEndThatNobodyWasToldOfYetIsNotForgotten() throws IOException {
        states.close();
        states = new States(folder, event -> {
            throw new IllegalStateException("not now");
        });
        String arn = ended(states.create("Echo", States.oneTask(States.ECHO)), "ada-r0");
        assertThat(states.service.forget("ada-r")).isFalse();

        restart();
        states.service.recover();

        await().until(() -> states.service.forget("ada-r"));
        assertThat(states.events).isNotEmpty();
        assertGone(arn);
    }

    @Test
    void aNameThatWasForgottenMayBeGivenAgain() {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        ended(machine, "ada-r0");
        await().until(() -> states.service.forget("ada-r"));

        assertThat(status(ended(machine, "ada-r0"))).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    private String ended(String machine, String name) {
        String arn = start(machine, name);
        await().until(() -> status(arn) != ExecutionStatus.RUNNING);
        return arn;
    }

    private String start(String machine, String name) {
        return states.client
                .startExecution(start -> start.stateMachineArn(machine).name(name))
                .executionArn();
    }

    private ExecutionStatus status(String arn) {
        return states.client
                .describeExecution(describe -> describe.executionArn(arn))
                .status();
    }

    private void assertGone(String arn) {
        assertThatThrownBy(() -> status(arn)).isInstanceOf(ExecutionDoesNotExistException.class);
    }

    private void restart() {
        states.close();
        states = new States(folder);
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString).toList().stream();
        }
    }
}
