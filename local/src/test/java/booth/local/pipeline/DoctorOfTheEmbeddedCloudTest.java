package booth.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.cli.BoothCommand;
import booth.cli.stack.Launcher;
import booth.cli.stack.Stack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorOfTheEmbeddedCloudTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void itLooksAtWhatIsThereAndSaysWhatIsNot() {
        try (Pipeline pipeline = Pipeline.start(folder, new FakeBedrock())) {
            assertThat(pipeline.output("JobsBucket")).isNotEmpty();

            int code = BoothCommand.create(new BesideTheCloud(folder.resolve("data/outputs.json")))
                    .setOut(new PrintWriter(out, true))
                    .execute("doctor");

            assertThat(code).as(out.toString()).isZero();
        }
        assertThat(out.toString()
                        .lines()
                        .map(line -> line.substring(0, 4).strip() + " "
                                + line.substring(6, 27).strip()))
                .containsExactly(
                        "ok credentials",
                        "skip account",
                        "ok stack",
                        "ok live functions",
                        "ok dead letters",
                        "warn keys");
    }

    /** Another terminal on the same machine. */
    private record BesideTheCloud(Path outputsFile) implements Launcher {
        @Override
        public Stack startCloud() {
            throw new AssertionError("There is a cloud already.");
        }

        @Override
        public Path samplePhoto() {
            return outputsFile;
        }

        @Override
        public Path settings() {
            return Path.of("../cdk.json");
        }

        @Override
        public boolean onTerminal() {
            return false;
        }

        @Override
        public OptionalInt columns() {
            return OptionalInt.empty();
        }
    }
}
