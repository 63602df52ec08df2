package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

class ExecutionsTest extends OnStates {
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
}
