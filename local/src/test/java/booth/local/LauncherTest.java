package booth.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code booth} script: when it builds, what it says meanwhile, and that two of it do not disturb each other. */
class LauncherTest {
    /** Notes its calls; leaves what the real one would leave of a build. */
    private static final String MAVEN = """
            #!/bin/bash
            echo "$*" >>"$CALLS"
            [ -z "$FAILURE" ] || { echo "[ERROR] $FAILURE"; exit 1; }
            [ ! -e "$BUSY" ] || echo overlap >>"$CALLS"
            touch "$BUSY"
            echo "[INFO] Building core 0.1.0-SNAPSHOT                                 [1/2]"
            sleep 0.5
            echo "[INFO] Building local 0.1.0-SNAPSHOT                                [2/2]"
            sleep 0.5
            rm "$BUSY"
            mkdir -p local/target/run/classes core/target/run/classes
            echo here >local/target/run/classes/local.txt
            echo there >core/target/run/classes/core.txt
            echo -n "$PWD/core/target/run/classes:/a/library.jar" >local/target/run/classpath.txt
            """;

    private static final String NODE = """
            #!/bin/bash
            echo "17 of 172 MB"
            sleep 0.3
            """;

    private static final String JAVA = """
            #!/bin/bash
            case $* in
              *-XshowSettings*) echo "    java.specification.version = 17" >&2 ;;
              *) echo "started with $CLASSPATH" ;;
            esac
            """;

    @TempDir
    private Path home;

    private record Ended(int code, String said) {}

    @BeforeEach
    void project() throws IOException {
        for (String folder : "core aws vision asl emulator matting painter http tasks garden doors local".split(" "))
            Files.createDirectories(home.resolve(folder));
        for (String file : List.of(
                "booth",
                "pom.xml",
                "cdk.json",
                "docs/cli.md",
                "statemachine/photo-booth.asl.json",
                "statemachine/garden-bulk.asl.json",
                "doors/api/src/main/resources/openapi.json",
                "garden/src/main/resources/garden-openapi.json",
                "doors/web/src/main/resources/headers.json")) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.copy(Path.of("..").resolve(file), home.resolve(file));
        }
        Files.createDirectories(home.resolve("cdk/src/main"));
        write("core/Source.java", "class Source {}");
        write("cdk/template.fingerprint", "");
        tool("mvn", MAVEN);
        tool("node", NODE);
        tool("java", JAVA);
        Path jar = Path.of(System.getProperty("java.home")).resolve("bin/jar");
        tool("jar", "#!/bin/bash\nexec " + jar + " \"$@\"\n");
        booth(Map.of(), "template");
        Files.deleteIfExists(home.resolve("calls"));
    }

    @Test
    void itBuildsOnceAndThenNoMore() {
        Ended first = booth(Map.of(), "jobs");
        Ended second = booth(Map.of(), "jobs");

        assertThat(first.said())
                .contains("module 1 of 2 (core)", "module 2 of 2 (local)", "models 17 of 172 MB")
                .contains("started with " + home.resolve("local/target/run/booth.jar") + ":/a/library.jar");
        assertThat(second.said()).startsWith("started with");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aSourceThatIsNewerThanTheBuildIsBuilt() throws IOException {
        booth(Map.of(), "jobs");
        Files.setLastModifiedTime(
                home.resolve("core/Source.java"),
                java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));

        booth(Map.of(), "jobs");

        assertThat(calls()).hasSize(2);
    }

    @Test
    void theAddressOfWhatRunsIsToldWithoutABuild() throws IOException {
        booth(Map.of(), "jobs");
        write("statemachine/photo-booth.asl.json", "{}");

        Ended told = booth(Map.of(), "env");

        assertThat(told.said()).startsWith("started with");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aChangedStateMachineIsSynthesizedFirst() throws IOException {
        write("statemachine/photo-booth.asl.json", "{}");

        assertThat(booth(Map.of(), "template", "--check").code()).isEqualTo(1);
        booth(Map.of(), "jobs");

        assertThat(calls()).hasSize(2);
        assertThat(calls().get(0)).contains("-pl cdk", "-Dbooth.template.write=true");
        assertThat(booth(Map.of(), "template", "--check").code()).isZero();
    }

    @Test
    void twoAtOnceBuildOneAfterTheOther() throws Exception {
        Process one = start(Map.of(), "jobs");
        Process other = start(Map.of(), "jobs");

        assertThat(ended(one).code()).isZero();
        assertThat(ended(other).code()).isZero();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void theLockOfAProcessThatWasKilledHoldsNobodyUp() throws Exception {
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        write(".booth/build.lock", killed.pid() + "\n");

        assertThat(booth(Map.of(), "jobs").said()).contains("started with");
    }

    @Test
    void aLockThatWasCutOffBeforeItNamedItsProcessHoldsNobodyUp() throws Exception {
        write(".booth/build.lock", "");

        assertThat(booth(Map.of(), "jobs").said()).contains("started with");
    }

    @Test
    void aBuildThatFailsSaysWhyAndWhereAllOfItIs() {
        Ended failed = booth(Map.of("FAILURE", "COMPILATION ERROR: Source.java"), "jobs");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.said()).contains("COMPILATION ERROR: Source.java", ".booth/build.log");
        assertThat(booth(Map.of(), "jobs").said()).contains("started with");
    }

    private void tool(String name, String text) throws IOException {
        write("bin/" + name, text);
        Files.setPosixFilePermissions(home.resolve("bin").resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> calls() {
        try {
            return Files.readAllLines(home.resolve("calls"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ended booth(Map<String, String> environment, String... arguments) {
        return ended(start(environment, arguments));
    }

    private Process start(Map<String, String> environment, String... arguments) {
        ProcessBuilder launcher =
                new ProcessBuilder("bash", home.resolve("booth").toString());
        launcher.command().addAll(List.of(arguments));
        launcher.environment()
                .putAll(Map.of(
                        "PATH",
                        home.resolve("bin") + ":" + System.getenv("PATH"),
                        "CALLS",
                        home.resolve("calls").toString(),
                        "BUSY",
                        home.resolve("busy").toString(),
                        "FAILURE",
                        ""));
        launcher.environment().putAll(environment);
        launcher.environment().remove("JAVA_HOME");
        launcher.environment().remove("BOOTH_DATA");
        try {
            return launcher.directory(home.toFile()).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ended ended(Process launcher) {
        try {
            String said = new String(launcher.getInputStream().readAllBytes());
            assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(launcher.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
