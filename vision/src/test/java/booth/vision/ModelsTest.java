package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void environmentNamesTheFolder() throws IOException {
        Files.writeString(folder.resolve("some.tflite"), "weights");

        Models models = Models.find(Map.of("MODELS_DIR", folder.toString()));

        assertThat(models.file("some.tflite")).hasContent("weights");
    }

    @Test
    void nearestFolderAboveIsFound() throws IOException {
        Path weights = Files.createDirectories(folder.resolve("vision/models")).resolve("some.tflite");
        Files.writeString(weights, "weights");
        Path deep = Files.createDirectories(folder.resolve("tasks/segment/target"));

        assertThat(Models.above(deep).file("some.tflite")).isEqualTo(weights);
    }

    @Test
    void missingFolderSaysWhatToDo() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Models.find(Map.of("MODELS_DIR", folder.resolve("gone").toString())))
                .withMessageContaining("gone")
                .withMessageContaining("node vision/fetch-models.mjs");
    }

    @Test
    void noFolderAboveSaysWhatToDo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Models.above(folder))
                .withMessageContaining(folder.toString())
                .withMessageContaining("MODELS_DIR");
    }

    @Test
    void missingFileIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Models.in(folder).file("sam.onnx"))
                .withMessageContaining("sam.onnx")
                .withMessageContaining("node vision/fetch-models.mjs");
    }

    @Test
    void folderWithoutSamplesHasNone() {
        assertThat(Models.in(folder).samples()).isEmpty();
    }

    @Test
    void sixSamplePhotosAreBundled() {
        assertThat(Samples.MODELS.samples())
                .extracting(sample -> String.valueOf(sample.getFileName()))
                .containsExactly(
                        "sample1.jpg", "sample2.jpg", "sample3.jpg", "sample4.jpg", "sample5.jpg", "sample6.jpg");
    }
}
