package booth.statemachine;

import static booth.statemachine.FakeTasks.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionStatus;
import booth.asl.TaskFailure;
import booth.asl.run.Execution;
import booth.core.job.JobRequest;
import booth.core.job.PictureMode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same machine where a job wants one picture for each face. */
class EachFaceTest {
    private final Machine machine = new Machine(
            new JobRequest("face.jpg", "image/jpeg", Optional.of("abc"), Optional.empty(), "booth-1", List.of())
                    .with(PictureMode.EACH));
    private final FakeTasks tasks = machine.tasks;
    private final String folder = machine.folder;

    @AfterEach
    void close() {
        machine.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "10, 10", "12, 10"})
    void eachFaceHasItsPictureAndOfACrowdTheLargestTen(int faces, int pictures) {
        machine.facesFound(faces);

        Execution execution = machine.start();

        assertThat(tasks.messages()).hasSize(pictures);
        for (int i = 1; i <= pictures; i++) machine.paint(i);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.calls("Notify").get(0).path("pictures")).hasSize(pictures);
        assertThat(tasks.calls("Notify").get(0).at("/pictures/0")).isEqualTo(json(machine.painted(1)));
    }

    @Test
    void aPictureIsMadeOfAMaskThatKeepsItsFaceAlone() {
        machine.facesFound(2);

        machine.start();

        assertThat(tasks.calls("MergeMask")).hasSize(3);
        assertThat(tasks.calls("MergeMask").get(0).path("masks")).hasSize(2);
        ObjectNode second = (ObjectNode) json("{\"frame\":{\"key\":\"" + folder
                + "frame.png\",\"width\":1024,\"height\":640},\"masks\":[\"" + folder
                + "face-2.png\"],\"glasses\":[[1,2,3,4]],\"box\":[2,2.5,3,4],\"mask\":\"" + folder
                + "mask_face_2.png\"}");
        assertThat(tasks.calls("MergeMask").get(2)).isEqualTo(second.set("task", machine.task("MergeOne", 0, 1)));
    }

    @Test
    void anOrderSaysWhichFaceAndWhichMask() {
        machine.facesFound(2);

        machine.start();

        ObjectNode order = tasks.messages().get(1).deepCopy();
        order.remove("taskToken");
        ObjectNode expected =
                (ObjectNode) json("{\"jobId\":\"" + machine.job.jobId() + "\",\"index\":2,\"frame\":\"" + folder
                        + "frame.png\",\"mask\":\"" + folder + "mask_face_2.png\",\"picture\":\"" + folder
                        + "photo_abc_2.jpeg\",\"prompts\":[]}");
        assertThat(order).isEqualTo(expected.set("task", machine.task("Titan Each", 0, 1)));
    }

    @Test
    void aPictureThatFailsDoesNotSpoilTheOthers() {
        machine.facesFound(2);
        Execution execution = machine.start();

        machine.engine.taskFailed(machine.token(2), "booth.core.Refused", "MODEL_REFUSED: No.");
        machine.paint(1);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.calls("Notify").get(0).path("pictures"))
                .isEqualTo(json("[" + machine.painted(1)
                        + ",{\"index\":2,\"status\":\"failed\",\"error\":{\"Error\":\"booth.core.Refused\","
                        + "\"Cause\":\"MODEL_REFUSED: No.\"}}]"));
    }

    @Test
    void noPictureAtAllIsAFailure() {
        Execution execution = machine.start();

        machine.engine.taskFailed(machine.token(1), "booth.core.Busy", "why");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("NoPicture");
        assertThat(json(execution.cause().orElseThrow()))
                .extracting(picture -> picture.at("/error/Cause").asText())
                .containsExactly("why");
    }

    @Test
    void aMaskThatCannotBeMadeFailsTheExecutionThereAndIsRedriven() {
        machine.facesFound(2);
        tasks.answer("MergeMask", asked -> {
            if (asked.path("task").path("state").asText().equals("MergeOne"))
                throw new IllegalStateException("no room");
            return json("{}");
        });
        Execution execution = machine.start();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(tasks.messages()).isEmpty();

        tasks.answer("MergeMask", asked -> json("{}"));
        execution.redrive();
        machine.paint(1, 2);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.calls("Detect")).hasSize(1);
    }

    @Test
    void aPhotoWithoutAFaceIsRejected() {
        machine.facesFound(0);

        assertThat(machine.start().status()).isEqualTo(ExecutionStatus.SUCCEEDED);

        assertThat(tasks.calls("Notify").get(0).at("/refusal/Cause").asText()).startsWith("NO_FACE: ");
    }

    @Test
    void whatPassesIsTriedAgain() {
        tasks.failNext("MergeMask", new TaskFailure("booth.core.Busy", "slow down"));
        Execution execution = machine.start();
        machine.clock.advance(Duration.ofMinutes(1));
        machine.paint(1);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        JsonNode told = tasks.calls("Notify").get(0).path("pictures");
        assertThat(told).isEqualTo(json("[" + machine.painted(1) + "]"));
    }
}
