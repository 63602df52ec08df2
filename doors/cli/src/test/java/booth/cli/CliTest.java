package booth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CliTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyCommandHasHelp() {
        assertThat(booth("--help")).isZero();
        assertThat(booth("run", "--help")).isZero();
        assertThat(out.toString()).contains("Usage: booth run", "--prompt", "Exit codes");
    }

    @Test
    void unknownOptionIsWrongUsageNotARefusedPhoto() {
        assertThat(booth("run", "--colour")).isEqualTo(64);
        assertThat(err.toString()).contains("--colour");
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(booth()).isEqualTo(64);
    }

    @Test
    void unreadableFileIsNamedAndNoCloudIsStartedForIt() {
        assertThat(booth("run", folder.resolve("missing.jpg").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("missing.jpg does not exist").doesNotContain("no cloud here");
    }

    @Test
    void folderInsteadOfAPhotoIsExplained() {
        assertThat(booth("run", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is a folder; name the photos in it");
    }

    @Test
    void whatThePersonCanMendIsOneLineWithoutAStackTrace() throws Exception {
        Files.write(folder.resolve("sample.jpg"), new byte[] {1});

        assertThat(booth("run")).isEqualTo(1);

        assertThat(err.toString()).endsWith("booth: no cloud here\n").doesNotContain("\tat ");
    }

    @Test
    void outputsFileOfAnotherStackIsNamed() throws Exception {
        Path photo = Files.write(folder.resolve("a.jpg"), new byte[] {1});
        Path outputs = Files.writeString(folder.resolve("outputs.json"), "{\"Other\":{}}");

        assertThat(booth("run", "--outputs", outputs.toString(), photo.toString()))
                .isEqualTo(1);

        assertThat(err.toString()).contains("outputs.json", "PhotoBooth");
    }

    private int booth(String... arguments) {
        CommandLine line = BoothCommand.create(new NoStack(folder));
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
