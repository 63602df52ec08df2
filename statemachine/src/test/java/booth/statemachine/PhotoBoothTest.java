package booth.statemachine;

import static booth.statemachine.FakeTasks.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionStatus;
import booth.asl.TaskFailure;
import booth.asl.VirtualTimer;
import booth.asl.run.Engine;
import booth.asl.run.Execution;
import booth.core.Json;
import booth.core.job.ExecutionInput;
import booth.core.job.Job;
import booth.core.job.JobRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs the deployed file itself, with fake functions, a fake queue and a clock that does not wait. */
class PhotoBoothTest {
    private static final TaskFailure BUSY =
            new TaskFailure("booth.core.Busy", "{\"errorType\":\"booth.core.Busy\",\"errorMessage\":\"slow down\"}");
    private static final TaskFailure REFUSED = new TaskFailure(
            "booth.core.Refused",
            "{\"errorType\":\"booth.core.Refused\",\"errorMessage\":\"UNSUPPORTED_TYPE: Save it as JPEG.\"}");

    private final Machine machine = new Machine(new JobRequest(
            "face.jpg", "image/jpeg", Optional.of("abc"), Optional.empty(), "booth-1", List.of("a moon")));
    private final FakeTasks tasks = machine.tasks;
    private final VirtualTimer clock = machine.clock;
    private final Engine engine = machine.engine;
    private final Job job = machine.job;
    private final String folder = machine.folder;

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void oneFaceGoesAllTheWay() {
        Execution execution = machine.start();
        machine.paint(1, 2, 3);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.calls("Detect"))
                .containsExactly(json("{\"jobId\":\"" + job.jobId() + "\",\"upload\":\"" + folder + "face.jpg\","
                        + machine.task("Detect", 0) + "}"));
        assertThat(tasks.calls("Segment"))
                .containsExactly(json("{\"frame\":\"" + folder + "frame.png\",\"box\":[1,2.5,3,4],\"mask\":\"" + folder
                        + "face-1.png\",\"task\":" + machine.task("Segment", 0, 0) + "}"));
        assertThat(tasks.calls("MergeMask"))
                .containsExactly(json("{\"frame\":{\"key\":\"" + folder
                        + "frame.png\",\"width\":1024,\"height\":640},\"masks\":[\"" + folder
                        + "face-1.png\"],\"glasses\":[[1,2,3,4]],\"mask\":\"" + folder + "mask_face.png\","
                        + machine.task("MergeMask", 0) + "}"));
        assertThat(tasks.calls("Notify")).hasSize(1);
        assertThat(tasks.calls("Notify").get(0).path("pictures"))
                .isEqualTo(json("[" + machine.painted(1) + "," + machine.painted(2) + "," + machine.painted(3) + "]"));
        assertThat(execution.output()).contains(json("{\"status\":\"told\"}"));
    }

    @Test
    void threePicturesAreAskedForAtOnceWithTheirOwnTokens() {
        machine.start();

        assertThat(tasks.messages())
                .hasSize(3)
                .extracting(m -> m.path("index").asInt())
                .containsExactly(1, 2, 3);
        assertThat(tasks.messages())
                .extracting(m -> m.path("taskToken").asText())
                .doesNotHaveDuplicates();
        ObjectNode second = tasks.messages().get(1).deepCopy();
        second.remove("taskToken");
        assertThat(second)
                .isEqualTo(json("{\"jobId\":\"" + job.jobId() + "\",\"index\":2,\"frame\":\"" + folder
                        + "frame.png\",\"mask\":\"" + folder + "mask_face.png\",\"picture\":\"" + folder
                        + "photo_abc_2.jpeg\",\"prompts\":[\"a moon\"]," + machine.task("Titan 2", 0) + "}"));
    }

    @Test
    void everyTaskIsToldForWhomItWorks() {
        tasks.failNext("Detect", BUSY);
        machine.facesFound(2);

        machine.start();
        clock.advance(Duration.ofMinutes(1));
        machine.paint(1, 2, 3);

        assertThat(tasks.calls("Detect"))
                .extracting(call -> call.path("task"))
                .containsExactly(
                        json("{" + machine.task("Detect", 0) + "}").path("task"),
                        json("{" + machine.task("Detect", 1) + "}").path("task"));
        assertThat(tasks.calls("Segment"))
                .extracting(call -> call.path("task"))
                .containsExactly(
                        json("{" + machine.task("EncodeFrame", 0) + "}").path("task"),
                        machine.task("Segment", 0, 0),
                        machine.task("Segment", 0, 1));
        assertThat(tasks.messages())
                .extracting(order -> order.at("/task/state").asText())
                .containsExactly("Titan 1", "Titan 2", "Titan 3");
        assertThat(tasks.calls("Notify").get(0).path("task"))
                .isEqualTo(json("{" + machine.task("Notify", 0) + "}").path("task"));
    }

    @Test
    void fiveFacesAreSegmentedAtTheSameTime() {
        machine.facesFound(5);
        List<CompletableFuture<JsonNode>> segments = tasks.hold("Segment");

        Execution execution = machine.startWithSamElsewhere();

        assertThat(segments).hasSize(5);
        for (int i = 5; i >= 1; i--) segments.get(i - 1).complete(json("{\"mask\":\"face-" + i + "\"}"));
        assertThat(tasks.calls("MergeMask").get(0).path("masks"))
                .isEqualTo(json("[\"face-1\",\"face-2\",\"face-3\",\"face-4\",\"face-5\"]"));
        machine.paint(1, 2, 3);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void beforeSeveralFacesAreOutlinedTheFrameIsLookedAtOnce() {
        machine.facesFound(3);

        machine.start();

        assertThat(tasks.calls("Segment"))
                .hasSize(4)
                .extracting(call -> call.at("/task/state").asText() + " "
                        + call.path("mask").asText())
                .startsWith("EncodeFrame ");
        assertThat(tasks.calls("Segment").get(0))
                .isEqualTo(json("{\"frame\":\"" + folder + "frame.png\"," + machine.task("EncodeFrame", 0) + "}"));
        assertThat(tasks.calls("MergeMask").get(0).path("masks")).hasSize(3);
    }

    @Test
    void aSingleFaceAndAnEndpointNeedNoLookBeforehand() {
        machine.start();
        assertThat(tasks.calls("Segment")).hasSize(1);

        machine.facesFound(2);
        machine.startWithSamElsewhere();
        assertThat(tasks.calls("Segment")).hasSize(3).allMatch(call -> call.has("mask"));
    }

    @Test
    void aFrameThatCouldNotBeLookedAtIsLookedAtWhenTheExecutionIsRedriven() {
        machine.facesFound(2);
        tasks.failNext("Segment", new TaskFailure("java.lang.OutOfMemoryError", "no room"));
        Execution execution = machine.start();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);

        execution.redrive();
        machine.paint(1, 2, 3);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.calls("Detect")).hasSize(1);
        assertThat(tasks.calls("Segment")).hasSize(4);
    }

    @Test
    void photoWithoutAFaceIsRejectedAndTheExecutionSucceeds() {
        machine.facesFound(0);

        Execution execution = machine.start();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.calls("Segment")).isEmpty();
        assertThat(tasks.messages()).isEmpty();
        JsonNode told = tasks.calls("Notify").get(0);
        assertThat(told.at("/refusal/Error").asText()).isEqualTo("booth.core.Refused");
        assertThat(told.at("/refusal/Cause").asText()).startsWith("NO_FACE: ");
        assertThat(told.path("pictures")).isEmpty();
        assertThat(told.path("task"))
                .isEqualTo(json("{" + machine.task("NotifyRejected", 0) + "}").path("task"));
    }

    @Test
    void refusedPhotoIsToldAndNotRetried() {
        tasks.failNext("Detect", REFUSED);

        Execution execution = machine.start();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.calls("Detect")).hasSize(1);
        assertThat(tasks.calls("Notify").get(0).at("/refusal/Cause").asText()).contains("UNSUPPORTED_TYPE");
        assertThat(tasks.calls("Notify").get(0).path("jobId").asText())
                .isEqualTo(job.jobId().value());
    }

    @Test
    void throttledTaskIsTriedAgainAndGoesThrough() {
        tasks.failNext("Detect", BUSY, BUSY);
        tasks.failNext("MergeMask", new TaskFailure("Lambda.TooManyRequestsException", "slow down"));

        Execution execution = machine.start();
        clock.advance(Duration.ofMinutes(1));
        machine.paint(1, 2, 3);

        assertThat(tasks.calls("Detect")).hasSize(3);
        assertThat(tasks.calls("MergeMask")).hasSize(2);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void taskThatStaysBusyFailsTheExecutionThereSoThatARedriveContinues() {
        tasks.failNext("MergeMask", BUSY, BUSY, BUSY, BUSY, BUSY);

        Execution execution = machine.start();
        clock.advance(Duration.ofMinutes(5));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("booth.core.Busy");

        execution.redrive();
        machine.paint(1, 2, 3);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.calls("Detect")).hasSize(1);
        assertThat(tasks.calls("Segment")).hasSize(1);
        assertThat(tasks.calls("MergeMask")).hasSize(6);
    }

    @Test
    void incidentIsNotRetriedAndFailsTheExecution() {
        tasks.failNext("Segment", new TaskFailure("java.lang.IllegalStateException", "no frame"));

        Execution execution = machine.start();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("java.lang.IllegalStateException");
        assertThat(tasks.calls("Segment")).hasSize(1);
    }

    @Test
    void twoPicturesOfThreeAreAResult() {
        Execution execution = machine.start();
        machine.paint(1, 3);
        engine.taskFailed(machine.token(2), "booth.core.Refused", "{\"errorMessage\":\"MODEL_REFUSED: No.\"}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.calls("Notify").get(0).path("pictures"))
                .isEqualTo(json("[" + machine.painted(1)
                        + ",{\"index\":2,\"status\":\"failed\",\"error\":{\"Error\":\"booth.core.Refused\","
                        + "\"Cause\":\"{\\\"errorMessage\\\":\\\"MODEL_REFUSED: No.\\\"}\"}}," + machine.painted(3)
                        + "]"));
    }

    @Test
    void noPictureAtAllIsAFailureThatNamesEveryReason() {
        Execution execution = machine.start();
        for (int i = 1; i <= 3; i++) engine.taskFailed(machine.token(i), "booth.core.Busy", "reason " + i);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("NoPicture");
        assertThat(json(execution.cause().orElseThrow()))
                .extracting(picture -> picture.at("/error/Cause").asText())
                .containsExactly("reason 1", "reason 2", "reason 3");
        assertThat(tasks.calls("Notify")).isEmpty();
    }

    @Test
    void pictureThatNobodyPaintsIsGivenUpInTheEnd() {
        Execution execution = machine.start();
        machine.paint(1, 2);
        clock.advance(Duration.ofMinutes(31));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.calls("Notify").get(0).at("/pictures/2/error/Error").asText())
                .isEqualTo("States.Timeout");
    }

    @Test
    void jobWithoutPromptsOfItsOwnSendsNone() {
        ObjectNode input = Json.MAPPER.valueToTree(ExecutionInput.of(job));
        input.putArray("prompts");

        machine.start(input);

        assertThat(tasks.messages())
                .allSatisfy(m -> assertThat(m.path("prompts")).isEqualTo(json("[]")));
    }
}
