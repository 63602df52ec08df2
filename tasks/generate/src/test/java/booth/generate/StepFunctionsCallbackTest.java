package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.Clients;
import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
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

/** What Step Functions is told over the wire. */
class StepFunctionsCallbackTest {
    private static final StaticCredentialsProvider SOMEONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));

    private Reply reply = Reply.of(200, "{}");
    private final StubServer server = new StubServer(call -> reply);
    private final TaskCallback callback = new StepFunctionsCallback(Clients.build(
            SfnClient.builder()
                    .endpointOverride(server.url())
                    .region(Region.US_WEST_2)
                    .credentialsProvider(SOMEONE),
            Duration.ofSeconds(10)));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void primingAnswersABranchThatNeverWas() throws Exception {
        reply = Reply.error(400, "InvalidToken", "Invalid token");

        callback.prime();

        assertThat(asked("AWSStepFunctions.SendTaskFailure").path("taskToken").textValue())
                .isEqualTo("never");
    }

    @Test
    void aPictureIsATaskSuccess() throws Exception {
        assertThat(callback.succeed("token", new Generate.Result(2, "succeeded", "photo/a.jpeg")))
                .isTrue();

        assertThat(asked("AWSStepFunctions.SendTaskSuccess").path("output").textValue())
                .isEqualTo("{\"index\":2,\"status\":\"succeeded\",\"key\":\"photo/a.jpeg\"}");
    }

    @Test
    void aRefusalIsATaskFailureAsLambdaWouldPutIt() throws Exception {
        Refused refused = new Refused("MODEL_REFUSED", "No.");

        assertThat(callback.fail("token", TaskCallback.Failure.of(refused))).isTrue();

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

        assertThat(callback.succeed("token", new Generate.Result(1, "succeeded", "k")))
                .isFalse();
        assertThat(callback.fail("token", new TaskCallback.Failure("a", "b"))).isFalse();
    }

    @Test
    void anOutageOfStepFunctionsIsBusy() {
        reply = Reply.error(503, "ServiceUnavailable", "Down");

        assertThatThrownBy(() -> callback.succeed("token", new Generate.Result(1, "succeeded", "k")))
                .isInstanceOf(Busy.class);
    }

    private JsonNode asked(String target) throws JsonProcessingException {
        Call call = server.calls().get(0);
        assertThat(call.header("X-Amz-Target")).isEqualTo(target);
        return Json.MAPPER.readTree(call.body());
    }
}
