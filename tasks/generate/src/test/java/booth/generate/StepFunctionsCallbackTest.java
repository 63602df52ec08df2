package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.Clients;
import booth.aws.SqsQueue;
import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.core.StubServer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What Step Functions and SQS are told over the wire. */
class StepFunctionsCallbackTest {
    private static final StaticCredentialsProvider SOMEONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));

    private Reply reply = Reply.of(200, "{}");
    private final StubServer server = new StubServer(call -> reply);
    private final TaskCallback branch = new StepFunctionsCallback(Clients.build(
            SfnClient.builder()
                    .endpointOverride(server.url())
                    .region(Region.US_WEST_2)
                    .credentialsProvider(SOMEONE),
            Duration.ofSeconds(10)));
    private final MessageVisibility line = new SqsQueue(
            Clients.build(
                    SqsClient.builder()
                            .endpointOverride(server.url())
                            .region(Region.US_WEST_2)
                            .credentialsProvider(SOMEONE),
                    Duration.ofSeconds(10)),
            server.url() + "/000000000000/generation")::comeBack;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPictureIsATaskSuccess() throws Exception {
        assertThat(branch.succeed("token", new Generate.Result(2, "succeeded", "photo/a.jpeg")))
                .isTrue();

        assertThat(asked("AWSStepFunctions.SendTaskSuccess").path("output").textValue())
                .isEqualTo("{\"index\":2,\"status\":\"succeeded\",\"key\":\"photo/a.jpeg\"}");
    }

    @Test
    void aRefusalIsATaskFailureAsLambdaWouldPutIt() throws Exception {
        Refused refused = new Refused("MODEL_REFUSED", "No.");

        assertThat(branch.fail("token", TaskCallback.Failure.of(refused))).isTrue();

        JsonNode told = asked("AWSStepFunctions.SendTaskFailure");
        assertThat(told.path("taskToken").textValue()).isEqualTo("token");
        assertThat(told.path("error").textValue()).isEqualTo("booth.core.Refused");
        assertThat(told.path("cause").textValue())
                .isEqualTo("{\"errorType\":\"booth.core.Refused\",\"errorMessage\":\"MODEL_REFUSED: No.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TaskTimedOut", "TaskDoesNotExist", "InvalidToken"})
    void aTokenThatIsGoneMeansThatNobodyWaits(String error) {
        reply = Reply.error(400, error, "Task Timed Out: 'Provided task does not exist anymore'");

        assertThat(branch.succeed("token", new Generate.Result(1, "succeeded", "k")))
                .isFalse();
        assertThat(branch.fail("token", new TaskCallback.Failure("a", "b"))).isFalse();
    }

    @Test
    void anOutageOfStepFunctionsIsBusy() {
        reply = Reply.error(503, "ServiceUnavailable", "Down");

        assertThatThrownBy(() -> branch.succeed("token", new Generate.Result(1, "succeeded", "k")))
                .isInstanceOf(Busy.class);
    }

    @Test
    void anOrderComesBackWhenItsVisibilityTimeoutIsOver() throws Exception {
        assertThat(line.comeBack("receipt", Duration.ofSeconds(40))).isTrue();

        JsonNode told = asked("AmazonSQS.ChangeMessageVisibility");
        assertThat(told.path("ReceiptHandle").textValue()).isEqualTo("receipt");
        assertThat(told.path("VisibilityTimeout").intValue()).isEqualTo(40);
        assertThat(told.path("QueueUrl").textValue()).endsWith("/generation");
    }

    @Test
    void anOrderThatTheQueueNoLongerLendsWaitsItsUsualTime() {
        reply = Reply.error(400, "com.amazonaws.sqs#MessageNotInflight", "Too late");

        assertThat(line.comeBack("receipt", Duration.ofSeconds(40))).isFalse();
    }

    private JsonNode asked(String target) throws JsonProcessingException {
        Call call = server.calls().get(0);
        assertThat(call.header("X-Amz-Target")).isEqualTo(target);
        return Json.MAPPER.readTree(call.body());
    }
}
