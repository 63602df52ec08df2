package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.JobId;
import booth.core.job.JobView;
import booth.core.job.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Photos nobody can paint on are refused with a code and advice, which is an end like any other. */
class RefusalTest {
    @TempDir
    private static Path folder;

    private static Pipeline pipeline;

    @BeforeAll
    static void start() {
        pipeline = Pipeline.start(folder, new FakeBedrock());
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void aPhotoWithoutAFaceIsRejectedOnce() {
        JobId job = pipeline.send(Photos.nobody(), Pipeline.request("wall.jpg"));

        isRejected(job, "NO_FACE", "face the camera");
    }

    @Test
    void aPanoramaWithoutAFaceIsRejectedForWhatItIs() {
        JobId job = pipeline.send(Photos.panorama(1024, 256), Pipeline.request("hills.jpg"));

        isRejected(job, "PHOTO_TOO_NARROW", "crop it to the people");
    }

    @Test
    void aTextThatCallsItselfAPhotoIsRejectedOnce() {
        byte[] text = "Dear booth, this is no photo.".getBytes(StandardCharsets.UTF_8);
        JobId job = pipeline.send(text, Pipeline.request("letter.jpg"));

        isRejected(job, "UNSUPPORTED_TYPE", "neither JPEG nor PNG");
    }

    @Test
    void aPhotoInHeicIsRejectedWithWhatToDo() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        JobId job = pipeline.send(heic, Pipeline.request("phone.jpg"));

        isRejected(job, "UNSUPPORTED_TYPE", "most compatible");
    }

    @Test
    void aDamagedPhotoIsRejectedOnce() {
        byte[] whole = Photos.guest(Photos.SKIN);
        JobId job = pipeline.send(Arrays.copyOf(whole, whole.length / 2), Pipeline.request("half.jpg"));

        isRejected(job, "UNREADABLE_PHOTO", "take it again");
    }

    private static void isRejected(JobId job, String code, String advice) {
        JobView end = pipeline.ended(job);
        assertThat(end.status()).isEqualTo(Status.REJECTED);
        assertThat(end.error()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).contains(advice);
            assertThat(problem.retryable()).isFalse();
        });
        assertThat(pipeline.executions().describe(job.executionName(0)).status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(entered(job)).containsOnlyOnce("Detect").contains("NotifyRejected");
        assertThat(pipeline.executions().types(job.executionName(0)))
                .filteredOn(type -> type.equals("LambdaFunctionScheduled"))
                .as("Detect and NotifyRejected, each tried once")
                .hasSize(2);
    }

    private static List<String> entered(JobId job) {
        List<String> states = new ArrayList<>();
        pipeline.executions().history(job.executionName(0)).forEach(event -> {
            if (event.stateEnteredEventDetails() != null)
                states.add(event.stateEnteredEventDetails().name());
        });
        return states;
    }
}
