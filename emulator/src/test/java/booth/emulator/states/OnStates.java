package booth.emulator.states;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/** Step Functions, asked by the SDK. */
abstract class OnStates {
    @TempDir
    Path folder;

    States states;

    @BeforeEach
    void start() {
        states = new States(folder);
    }

    @AfterEach
    void stop() {
        states.close();
    }

    void restart() {
        states.close();
        states = new States(folder);
    }

    StartExecutionResponse begin(String machine, String name, String input) {
        return states.client.startExecution(
                start -> start.stateMachineArn(machine).name(name).input(input));
    }

    DescribeExecutionResponse describe(String arn) {
        return states.client.describeExecution(execution -> execution.executionArn(arn));
    }

    DescribeExecutionResponse awaitEnd(String arn) {
        return await().until(() -> describe(arn), execution -> execution.status() != ExecutionStatus.RUNNING);
    }
}
