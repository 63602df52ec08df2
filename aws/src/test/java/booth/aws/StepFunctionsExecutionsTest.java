package booth.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Json;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.core.job.ExecutionInput;
import booth.core.job.Executions;
import booth.core.job.JobId;
import booth.core.job.Look;
import booth.core.job.PictureMode;
import booth.core.job.Seed;
import booth.core.job.Subject;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
            List.of(),
            PictureMode.TOGETHER,
            Look.WORLDS,
            Subject.ALL,
            Optional.empty(),
            new Seed(7),
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
    void primingAsksForAnExecutionThatNeverWas() {
        reply = Reply.error(400, "AccessDeniedException", "It may only start executions.");

        executions.prime();

        assertThat(server.calls()).singleElement().satisfies(call -> {
            assertThat(call.header("X-Amz-Target")).isEqualTo("AWSStepFunctions.DescribeExecution");
            assertThat(call.body()).contains("PhotoBooth:" + "0".repeat(32) + "-r0");
        });
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
                        + "\"pictures\":[\"photo/j/photo_face_1.jpeg\"],\"prompts\":[],\"mode\":\"together\","
                        + "\"look\":\"worlds\",\"subject\":\"all\",\"seed\":7,\"faceMasks\":[]}");
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

    @Test
    void anExecutionIsDescribedWithWhatStandsAgainstItsRedrive() {
        reply = Reply.of(
                200,
                "{\"executionArn\":\"arn\",\"name\":\"job-r0\",\"status\":\"FAILED\",\"error\":\"NoPicture\","
                        + "\"redriveCount\":2,\"redriveStatus\":\"NOT_REDRIVABLE\","
                        + "\"redriveStatusReason\":\"Execution redrivable period exceeded\"}");

        assertThat(executions.find("job-r0"))
                .contains(new Executions.Run(
                        "job-r0",
                        Executions.State.FAILED,
                        Optional.of("NoPicture"),
                        2,
                        Optional.of("Execution redrivable period exceeded")));
        assertThat(told().path("executionArn").textValue()).endsWith(":execution:PhotoBooth:job-r0");
    }

    @Test
    void anExecutionThatNobodyStartedIsNotFound() {
        reply = Reply.error(400, "ExecutionDoesNotExist", "Execution Does Not Exist: 'arn'");

        assertThat(executions.find("job-r0")).isEmpty();
    }

    @Test
    void aRedriveHasATokenAndMayBeRefused() {
        reply = Reply.of(200, "{\"redriveDate\":1.0}");
        assertThat(executions.redrive("job-r0", "once")).isTrue();
        assertThat(told().path("clientToken").textValue()).isEqualTo("once");

        reply = Reply.error(400, "ExecutionNotRedrivable", "Execution is RUNNING and cannot be redriven");
        assertThat(executions.redrive("job-r0", "twice")).isFalse();
    }

    @Test
    void anExecutionEndedInTheOutermostStateThatWasNotLeft() {
        reply = history(
                event(12, 9, "ExecutionFailed", ""),
                event(11, 7, "MapIterationAborted", ""),
                event(10, 8, "TaskFailed", ""),
                event(9, 5, "MapStateFailed", ""),
                event(8, 6, "TaskStateEntered", "Segment"),
                event(7, 5, "MapIterationStarted", ""),
                event(6, 5, "MapIterationStarted", ""),
                event(5, 4, "MapStateStarted", ""),
                event(4, 3, "MapStateEntered", "SegmentFaces"),
                event(3, 2, "TaskStateExited", ""),
                event(2, 0, "TaskStateEntered", "Detect"),
                event(1, 0, "ExecutionStarted", ""));

        assertThat(executions.endedIn("job-r0")).contains("SegmentFaces");
    }

    @Test
    void aMapThatWasLeftIsNotWhereAnExecutionWasStopped() {
        reply = history(
                event(9, 0, "ExecutionAborted", ""),
                event(8, 7, "LambdaFunctionScheduled", ""),
                event(7, 6, "TaskStateEntered", "MergeMask"),
                event(6, 5, "MapStateExited", "SegmentFaces"),
                event(5, 4, "TaskStateExited", "Segment"),
                event(4, 3, "TaskStateEntered", "Segment"),
                event(3, 2, "MapIterationStarted", ""),
                event(2, 1, "MapStateStarted", ""),
                event(1, 0, "MapStateEntered", "SegmentFaces"));

        assertThat(executions.endedIn("job-r0")).contains("MergeMask");
    }

    private JsonNode told() {
        List<Call> calls = server.calls();
        return Json.read("call", calls.get(calls.size() - 1).body().getBytes(UTF_8), JsonNode.class);
    }

    private static Reply history(String... events) {
        return Reply.of(200, "{\"events\":[" + String.join(",", events) + "]}");
    }

    private static String event(int id, int previous, String type, String entered) {
        String details = type.endsWith("Entered") ? ",\"stateEnteredEventDetails\":{\"name\":\"" + entered + "\"}" : "";
        return "{\"id\":" + id + ",\"previousEventId\":" + previous + ",\"type\":\"" + type + "\"" + details + "}";
    }
}
