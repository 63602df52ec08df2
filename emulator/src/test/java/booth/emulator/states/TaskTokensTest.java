package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** Tasks that wait for somebody to answer. */
class TaskTokensTest extends OnStates {
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
}
