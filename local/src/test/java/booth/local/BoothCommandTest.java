package booth.local;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.image.ImageBytes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as people type it: what it prints, what it saves and what the shell learns. */
class BoothCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aPhotoIsSavedAsThreePicturesAndItsMask() throws IOException {
        Path photo = Path.of("../vision/models/samples/sample1.jpg");
        Path results = folder.resolve("results");

        int code = booth("run", "--json", "--id", "mine", "--out", results.toString(), photo.toString());

        assertThat(code).as(err.toString()).isZero();
        List<JsonNode> lines = lines();
        assertThat(lines).hasSizeGreaterThan(3).allSatisfy(line -> {
            assertThat(line.path("photo").asText()).isEqualTo(photo.toString());
            assertThat(line.path("job").path("filename").asText()).isEqualTo("sample1.jpg");
        });
        JsonNode end = lines.get(lines.size() - 1);
        assertThat(end.path("job").path("status").asText()).isEqualTo("succeeded");
        assertThat(end.path("stages").fieldNames())
                .toIterable()
                .contains("Detect", "SegmentFaces", "MergeMask", "Generate");
        Path job = results.resolve(end.path("job").path("jobId").asText());
        assertThat(texts(end.path("files")))
                .containsExactlyInAnyOrder(
                        job + "/frame.png",
                        job + "/mask_sample1.png",
                        job + "/photo_mine_1.jpeg",
                        job + "/photo_mine_2.jpeg",
                        job + "/photo_mine_3.jpeg",
                        job + "/job.json")
                .allSatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
        assertThat(Files.readAllBytes(job.resolve("photo_mine_1.jpeg"))).startsWith(0xff, 0xd8, 0xff);
        assertThat(JSON.readTree(Files.readAllBytes(job.resolve("job.json")))
                        .path("status")
                        .asText())
                .isEqualTo("succeeded");
    }

    @Test
    void aPhotoWithoutAFaceIsRefusedWithItsOwnExitCode() throws IOException {
        int code = booth("run", "--plain", "--out", folder.resolve("out").toString(), plainPhoto());

        assertThat(code).as(err.toString()).isEqualTo(2);
        assertThat(out.toString()).contains("wall.jpg", "rejected", "No face was found");
    }

    @Test
    void anUnreadableFileIsNamedAndTheOthersGoThrough() throws IOException {
        String missing = folder.resolve("missing.jpg").toString();

        int code = booth("run", "--json", "--out", folder.resolve("out").toString(), missing, plainPhoto());

        assertThat(code).isEqualTo(1);
        List<JsonNode> lines = lines();
        assertThat(lines.get(0).path("photo").asText()).isEqualTo(missing);
        assertThat(lines.get(0).path("error").asText()).contains(missing);
        assertThat(lines.get(lines.size() - 1)
                        .path("job")
                        .path("error")
                        .path("code")
                        .asText())
                .isEqualTo("NO_FACE");
    }

    @Test
    void wrongUsageHasAnExitCodeOfItsOwn() {
        assertThat(booth("run", "--no-such-option")).isEqualTo(64);
        assertThat(err.toString()).contains("--no-such-option");
    }

    private int booth(String... arguments) {
        CommandLine line = Main.commandLine(new Home(Path.of(".."), folder.resolve("data")));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private List<JsonNode> lines() throws JsonProcessingException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) lines.add(JSON.readTree(line));
        return lines;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** Nothing but a wall. */
    private String plainPhoto() throws IOException {
        BufferedImage wall = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[800];
        Arrays.fill(row, 0x8090a0);
        for (int y = 0; y < 600; y++) wall.setRGB(0, y, 800, 1, row, 0, 800);
        return Files.write(folder.resolve("wall.jpg"), ImageBytes.jpeg(wall, 0.9f))
                .toString();
    }
}
