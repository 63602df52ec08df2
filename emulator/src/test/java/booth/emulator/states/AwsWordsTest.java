package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;

/**
 * Refusals in AWS's own words. The texts are those of recordings of the service; where there is none, of its
 * documentation.
 */
class AwsWordsTest {
    private static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:";
    private static final String EXECUTION = "arn:aws:states:us-east-1:123456789012:execution:";
    private static final String ROLE = "arn:aws:iam::123456789012:role/states";

    @TempDir
    private static Path folder;

    private static States states;

    @BeforeAll
    static void start() {
        states = new States(folder);
        states.create("Echo", States.oneTask(States.ECHO));
        states.create("Waiting", States.waiting());
        states.client.startExecution(
                start -> start.stateMachineArn(MACHINE + "Waiting").name("open").input("{}"));
    }

    @AfterAll
    static void stop() {
        states.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"arns", "names", "payloads", "pages", "executions", "machines", "tokens"})
    void refusalsAreWordedAsByAws(String code, String message, Consumer<SfnClient> request) {
        SfnException refused = catchThrowableOfType(SfnException.class, () -> request.accept(states.client));

        assertThat(refused).isNotNull();
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
    }

    static Stream<Arguments> arns() {
        return Stream.of(
                refusal(
                        "InvalidArn",
                        "Invalid Arn: 'Invalid ARN prefix: not_a_valid_arn'",
                        sfn -> sfn.describeStateMachine(of -> of.stateMachineArn("not_a_valid_arn"))),
                refusal(
                        "InvalidArn",
                        "Invalid Arn: 'Invalid ARN prefix: nothing'",
                        sfn -> sfn.getExecutionHistory(of -> of.executionArn("nothing"))),
                refusal(
                        "InvalidArn",
                        "Invalid Arn: 'Resource type not valid in this context: express'",
                        sfn -> sfn.stopExecution(
                                of -> of.executionArn(EXECUTION.replace("execution", "express") + "Echo:one"))),
                refusal(
                        "InvalidArn",
                        "Invalid Arn: 'Resource type not valid in this context: stateMachine'",
                        sfn -> sfn.describeExecution(of -> of.executionArn(MACHINE + "Echo"))),
                refusal(
                        "InvalidArn",
                        "Invalid Role Arn: 'someone'",
                        sfn -> sfn.updateStateMachine(update ->
                                update.stateMachineArn(MACHINE + "Echo").roleArn("someone"))),
                refusal(
                        "ValidationException",
                        "1 validation error detected: Value '' at 'executionArn' failed to satisfy constraint: "
                                + "Member must have length greater than or equal to 1",
                        sfn -> sfn.describeExecution(of -> of.executionArn(""))));
    }

    static Stream<Arguments> names() {
        String tooLong = "x".repeat(81);
        return Stream.of(
                refusal("InvalidName", "Invalid Name: 'a/b'", sfn -> sfn.startExecution(start("Echo", "a/b", "{}"))),
                refusal(
                        "ValidationException",
                        "1 validation error detected: Value '" + tooLong + "' at 'name' failed to satisfy constraint: "
                                + "Member must have length less than or equal to 80",
                        sfn -> sfn.startExecution(start("Echo", tooLong, "{}"))));
    }

    static Stream<Arguments> payloads() {
        return Stream.of(
                refusal(
                        "InvalidExecutionInput",
                        "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON String,"
                                + " Number, Array, Object or token 'null', 'true' or 'false')'",
                        sfn -> sfn.startExecution(start("Echo", "new", "not some json"))),
                refusal(
                        "InvalidExecutionInput",
                        "Invalid State Machine Execution Input: 'Unexpected character (''' (code 39)): was expecting"
                                + " double-quote to start field name'",
                        sfn -> sfn.startExecution(start("Echo", "new", "{'not': 'json'"))),
                refusal(
                        "InvalidExecutionInput",
                        "Invalid State Machine Execution Input: 'Invalid execution input.'",
                        sfn -> sfn.startExecution(start("Echo", "new", ""))),
                refusal(
                        "ValidationException",
                        "1 validation error detected: Value at 'input' failed to satisfy constraint: "
                                + "Member must have length less than or equal to 262144",
                        sfn -> sfn.startExecution(start("Echo", "new", "x".repeat(262_145)))));
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                refusal(
                        "ValidationException",
                        "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: "
                                + "Member must have value less than or equal to 1000",
                        sfn -> sfn.listStateMachines(list -> list.maxResults(1001))),
                refusal(
                        "ValidationException",
                        "1 validation error detected: Value '" + "x".repeat(1025)
                                + "' at 'nextToken' failed to satisfy constraint: "
                                + "Member must have length less than or equal to 1024",
                        sfn -> sfn.listStateMachines(list -> list.nextToken("x".repeat(1025)))),
                refusal(
                        "ValidationException",
                        "1 validation error detected: Value '" + "x".repeat(3097)
                                + "' at 'nextToken' failed to satisfy constraint: "
                                + "Member must have length less than or equal to 3096",
                        sfn -> sfn.listExecutions(
                                list -> list.stateMachineArn(MACHINE + "Echo").nextToken("x".repeat(3097)))));
    }

    static Stream<Arguments> executions() {
        return Stream.of(
                refusal(
                        "ExecutionDoesNotExist",
                        "Execution Does Not Exist: '" + EXECUTION + "Echo:nobody'",
                        sfn -> sfn.describeExecution(of -> of.executionArn(EXECUTION + "Echo:nobody"))),
                refusal(
                        "ExecutionAlreadyExists",
                        "Execution Already Exists: '" + EXECUTION + "Waiting:open'",
                        sfn -> sfn.startExecution(start("Waiting", "open", "{\"other\": 1}"))),
                refusal(
                        "ExecutionNotRedrivable",
                        "Execution is RUNNING and cannot be redriven",
                        sfn -> sfn.redriveExecution(of -> of.executionArn(EXECUTION + "Waiting:open"))),
                refusal(
                        "ValidationException",
                        "1 validation error detected: Value 'succeeded' at 'statusFilter' failed to satisfy constraint:"
                                + " Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE,"
                                + " ABORTED, FAILED, RUNNING]",
                        sfn -> sfn.listExecutions(
                                list -> list.stateMachineArn(MACHINE + "Echo").statusFilter("succeeded"))));
    }

    static Stream<Arguments> machines() {
        return Stream.of(
                refusal(
                        "StateMachineDoesNotExist",
                        "State Machine Does Not Exist: '" + MACHINE + "Nobody'",
                        sfn -> sfn.startExecution(start("Nobody", "new", "{}"))),
                refusal(
                        "StateMachineDoesNotExist",
                        "State Machine Does Not Exist: '" + MACHINE + "Echo:2'",
                        sfn -> sfn.updateStateMachine(update ->
                                update.stateMachineArn(MACHINE + "Echo:2").roleArn(ROLE))),
                refusal(
                        "StateMachineAlreadyExists",
                        "State Machine Already Exists: '" + MACHINE + "Echo'",
                        sfn -> sfn.createStateMachine(
                                machine -> machine.name("Echo").roleArn(ROLE).definition(States.waiting()))),
                refusal(
                        "ValidationException",
                        "Version description can only be set when publish is true",
                        sfn -> sfn.createStateMachine(machine -> machine.name("Versioned")
                                .roleArn(ROLE)
                                .definition(States.waiting())
                                .versionDescription("first"))),
                refusal(
                        "ResourceNotFound",
                        "Resource not found: '" + MACHINE + "Nobody'",
                        sfn -> sfn.listTagsForResource(of -> of.resourceArn(MACHINE + "Nobody"))));
    }

    static Stream<Arguments> tokens() {
        return Stream.of(refusal(
                "InvalidToken",
                "Invalid Token: 'Invalid token'",
                sfn -> sfn.sendTaskHeartbeat(beat -> beat.taskToken("abc"))));
    }

    private static StartExecutionRequest start(String machine, String name, String input) {
        return StartExecutionRequest.builder()
                .stateMachineArn(MACHINE + machine)
                .name(name)
                .input(input)
                .build();
    }

    private static Arguments refusal(String code, String message, Consumer<SfnClient> request) {
        return Arguments.of(code, message, request);
    }
}
