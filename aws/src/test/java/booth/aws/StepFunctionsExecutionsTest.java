package booth.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.ExecutionInput;
import booth.core.JobId;
import booth.core.Json;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What Step Functions is told over the wire. */
class StepFunctionsExecutionsTest {
    private static final ExecutionInput INPUT = new ExecutionInput(
            new JobId("0123456789abcdef0123456789abcdef"),
            "hall",
            "photo/j/face.jpg",
            "photo/j/",
            "photo/j/mask_face.png",
            List.of("photo/j/photo_face_1.jpeg"),
            List.of());

    private Reply reply = Reply.of(200, "{\"executionArn\":\"arn\",\"startDate\":1.0}");
    private final StubServer server = new StubServer(call -> reply);
    private final StepFunctionsExecutions executions = new StepFunctionsExecutions(
            Clients.build(
                    SfnClient.builder()
                            .endpointOverride(server.url())
                            .region(Region.US_WEST_2)
                            .credentialsProvider(
                                    StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"))),
                    Duration.ofSeconds(10)),
            "arn:aws:states:us-west-2:000000000000:stateMachine:PhotoBooth");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anExecutionIsNamedAndGetsItsInputAsJson() throws Exception {
        executions.start("job-r0", INPUT);

        Call call = server.calls().get(0);
        JsonNode told = Json.MAPPER.readTree(call.body());
        assertThat(call.header("X-Amz-Target")).isEqualTo("AWSStepFunctions.StartExecution");
        assertThat(told.path("name").textValue()).isEqualTo("job-r0");
        assertThat(told.path("stateMachineArn").textValue()).endsWith(":PhotoBooth");
        assertThat(told.path("input").textValue())
                .isEqualTo("{\"jobId\":\"0123456789abcdef0123456789abcdef\",\"booth\":\"hall\","
                        + "\"upload\":\"photo/j/face.jpg\",\"folder\":\"photo/j/\",\"mask\":\"photo/j/mask_face.png\","
                        + "\"pictures\":[\"photo/j/photo_face_1.jpeg\"],\"prompts\":[]}");
    }

    @Test
    void oneThatExistsAlreadyIsSuccess() {
        reply = Reply.error(400, "ExecutionAlreadyExists", "Execution Already Exists: 'arn'");

        assertThatCode(() -> executions.start("job-r0", INPUT)).doesNotThrowAnyException();
    }

    @Test
    void anOutageIsBusyAndAMissingStateMachineAnIncident() {
        reply = Reply.error(503, "ServiceUnavailable", "Down");
        assertThatThrownBy(() -> executions.start("job-r0", INPUT)).isInstanceOf(Busy.class);

        reply = Reply.error(400, "StateMachineDoesNotExist", "State Machine Does Not Exist: 'arn'");
        assertThatThrownBy(() -> executions.start("job-r0", INPUT)).hasMessageContaining("Does Not Exist");
    }
}
