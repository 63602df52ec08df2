package booth.local;

import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.AddedServices;
import booth.emulator.EmbeddedCloud;
import booth.emulator.account.Account;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What another terminal needs to know, and what it is told when there is nothing to know. */
class EnvCommandTest {
    private static final Path TEMPLATE = Path.of("../cdk/PhotoBooth.template.json");

    @TempDir
    private static Path folder;

    private static EmbeddedCloud cloud;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        cloud = LocalCloud.start(
                TEMPLATE, Path.of("../vision"), folder.resolve("it's data"), 0, false, AddedServices.NONE);
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void aShellThatEvaluatesItCallsTheCloudWithItsKeys() throws Exception {
        Account account = cloud.account();
        assertThat(booth("it's data", "env")).as(err.toString()).isZero();

        String told = shell("AWS_SESSION_TOKEN=stale AWS_PROFILE=other", "env | grep ^AWS_ | sort");

        assertThat(told.lines())
                .containsExactly(
                        "AWS_ACCESS_KEY_ID=" + account.accessKey(),
                        "AWS_DEFAULT_REGION=us-east-1",
                        "AWS_ENDPOINT_URL=" + cloud.endpoint("sfn"),
                        "AWS_ENDPOINT_URL_S3=" + cloud.endpoint("s3"),
                        "AWS_ENDPOINT_URL_SQS=" + cloud.endpoint("sqs"),
                        "AWS_REGION=us-east-1",
                        "AWS_SECRET_ACCESS_KEY=" + account.secretKey());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void orItReadsThemInFilesSoThatTheEnvironmentHoldsNoSecret() throws Exception {
        assertThat(booth("it's data", "env", "--profile-files")).isZero();

        Path files = folder.resolve("it's data").toAbsolutePath().resolve("aws");
        assertThat(shell("AWS_SECRET_ACCESS_KEY=stale AWS_ENDPOINT_URL=x", "env | grep ^AWS_ | sort")
                        .lines())
                .containsExactly(
                        "AWS_CONFIG_FILE=" + files.resolve("config"),
                        "AWS_SHARED_CREDENTIALS_FILE=" + files.resolve("credentials"));
        assertThat(out.toString()).doesNotContain(cloud.account().secretKey());
        assertThat(files.resolve("config")).content().contains("endpoint_url = " + cloud.endpoint("sqs"));
    }

    @Test
    void whereNoCloudRunsTheShellIsToldNothingAndTheTerminalWhatToDo() {
        assertThat(booth("nothing here", "env")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("No embedded cloud is running", "nothing here", "booth up", "BOOTH_DATA");
    }

    /** Its files are all there still, and another program may even have its port by now. */
    @Test
    void aCloudThatHasEndedIsNotRunning() throws Exception {
        Path ended = folder.resolve("ended");
        Files.createDirectories(ended);
        for (String file : List.of("outputs.json", "lock"))
            Files.copy(folder.resolve("it's data").resolve(file), ended.resolve(file));

        assertThat(booth("ended", "env")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFileThatSomebodyHasChangedIsNamed() throws Exception {
        Files.createDirectories(folder.resolve("changed"));
        Files.writeString(folder.resolve("changed/outputs.json"), "{\"Endpoints\": {\"gateway\": ");

        assertThat(booth("changed", "env")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("outputs.json", "start the embedded cloud again")
                .doesNotContain("\tat ");
    }

    private int booth(String data, String... arguments) {
        CommandLine line = Main.commandLine(new Home(Path.of(".."), folder.resolve(data)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    /** What a shell prints that has evaluated what was said before. */
    private String shell(String before, String command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "export " + before + "; eval \"$SAID\"; " + command);
        shell.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        shell.environment().put("SAID", out.toString());
        return new String(
                shell.redirectErrorStream(true).start().getInputStream().readAllBytes());
    }
}
