package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The templates in the repository, which reviewers read and the embedded cloud deploys, are what the stacks say by default
 * and with the bot for LINE, which {@link LineBotTest} tells from the default. The functions' jars in them are the test
 * project's, so they change with the infrastructure only.
 */
class CommittedTemplateTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String REMEDY = "run './booth template', look at the difference and commit it";

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"PhotoBooth.template.json", "Garden.template.json", "PhotoBoothWeb.template.json"})
    void theCommittedTemplateIsTheSynthesizedOne(String name) throws IOException {
        String synthesized = Files.readString(Assembly.FOLDER.resolve(name));
        Path committed = REPOSITORY.resolve("cdk").resolve(name);

        if (Boolean.getBoolean("booth.template.write")) Files.writeString(committed, synthesized);

        assertThat(Files.readString(committed)).as(REMEDY).isEqualTo(synthesized);
    }

    /** With another fingerprint a fresh clone would synthesize at its first run. */
    @Test
    void theLauncherTakesTheCommittedTemplateForCurrent() throws Exception {
        assumeFalse(Boolean.getBoolean("booth.template.write"), "the launcher writes it afterwards");
        Process check = new ProcessBuilder("bash", REPOSITORY.resolve("booth").toString(), "template", "--check")
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes());
        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(check.exitValue()).as(said + REMEDY).isZero();
    }

    /** All stacks, synthesized once. */
    private static final class Assembly {
        static final Path FOLDER = synthesize();

        private static Path synthesize() {
            TestProject project = TestProject.in(folder);
            Synthesized.from(project.webStack(PhotoBoothApp.EMBEDDED));
            return project.root().resolve("cdk.out");
        }
    }
}
