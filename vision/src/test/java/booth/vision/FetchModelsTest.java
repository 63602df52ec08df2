package booth.vision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real script over a small manifest, with packages that lie unpacked on the disk. */
class FetchModelsTest {
    private static final Path SCRIPT = Path.of("fetch-models.mjs").toAbsolutePath();

    @TempDir
    Path folder = Path.of("");

    private Path models = Path.of("");
    private Path packages = Path.of("");

    @BeforeEach
    void twoPackages() throws IOException {
        models = Files.createDirectory(folder.resolve("models"));
        packages = folder.resolve("node_modules");
        write(packages.resolve("@house/eyes/eyes.tflite"), "eyes");
        write(packages.resolve("ears/assets.data"), "--ears--");
        manifest(sha256("eyes"));
    }

    @Test
    void filesArePutIntoPlaceAndRangesCutOut() throws Exception {
        Outcome outcome = fetch(packages);

        assertThat(outcome.code).isZero();
        assertThat(models.resolve("eyes.tflite")).hasContent("eyes");
        assertThat(models.resolve("deep/ears.tflite")).hasContent("ears");
    }

    @Test
    void wrongHashIsRefusedWithFileExpectedAndFound() throws Exception {
        String promised = sha256("other eyes");
        manifest(promised);

        Outcome outcome = fetch(packages);

        assertThat(outcome.code).isEqualTo(1);
        assertThat(outcome.output)
                .contains(
                        "eyes.tflite of @house/eyes 1.0.0", "expected SHA-256 " + promised, "found " + sha256("eyes"));
        assertThat(models.resolve("eyes.tflite")).doesNotExist();
        assertThat(models.resolve(".lock")).doesNotExist();
    }

    @Test
    void completeFolderNeedsNoPackages() throws Exception {
        fetch(packages);

        Outcome second = fetch(folder.resolve("nowhere"));

        assertThat(second.code).isZero();
        assertThat(second.output).isEmpty();
    }

    @Test
    void damagedFileIsFetchedAgain() throws Exception {
        fetch(packages);
        Files.writeString(models.resolve("eyes.tflite"), "EYES!");

        Outcome outcome = fetch(packages);

        assertThat(outcome.output).contains("eyes.tflite", "fetched again");
        assertThat(models.resolve("eyes.tflite")).hasContent("eyes");
    }

    @Test
    void changedManifestIsCheckedAnew() throws Exception {
        fetch(packages);
        manifest(sha256("other eyes"));

        assertThat(fetch(packages).code).isEqualTo(1);
    }

    @Test
    void missingPackageFileIsNamed() throws Exception {
        Files.delete(packages.resolve("ears/assets.data"));

        assertThat(fetch(packages).output).contains("ears 2.0.0", "assets.data");
    }

    @Test
    void severalProcessesAtOnceAllSucceed() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) processes.add(start(packages));

        for (Process process : processes) assertThat(outcome(process).code).isZero();
        try (var left = Files.list(models)) {
            assertThat(left.map(path -> String.valueOf(path.getFileName())))
                    .containsExactlyInAnyOrder(".stamp.json", "deep", "eyes.tflite", "manifest.json");
        }
    }

    private void manifest(String eyesHash) throws IOException {
        write(models.resolve("manifest.json"), """
                {"files": [
                  {"file": "eyes.tflite", "package": "@house/eyes", "version": "1.0.0", "path": "eyes.tflite",
                   "size": 4, "sha256": "%s", "licence": "MIT"},
                  {"file": "deep/ears.tflite", "package": "ears", "version": "2.0.0", "path": "assets.data",
                   "range": {"start": 2, "end": 6}, "size": 4, "sha256": "%s", "licence": "MIT"}
                ]}
                """.formatted(eyesHash, sha256("ears")));
    }

    private record Outcome(int code, String output) {}

    private Outcome fetch(Path from) throws Exception {
        return outcome(start(from));
    }

    private Process start(Path from) throws IOException {
        return new ProcessBuilder("node", SCRIPT.toString(), "--models", models.toString(), "--from", from.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static Outcome outcome(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
