package booth.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void theGardenComesAfterTheBoothWhereItsTemplateLiesBesideIt() throws Exception {
        Path booth = folder.resolve("PhotoBooth.template.json");
        assertThat(settings(booth).templates()).containsExactly(booth);

        Path garden = Files.writeString(folder.resolve("Garden.template.json"), "{}");
        assertThat(settings(booth).templates()).containsExactly(booth, garden);
    }

    @Test
    void whatIsPrintedHoldsNoSecret() {
        LocalSettings settings = settings(folder).withSecrets(Map.of("chat", "hidden"));

        assertThat(settings.withProcessors(1).secrets()).containsEntry("chat", "hidden");
        assertThat(settings).asString().doesNotContain("hidden");
    }

    private LocalSettings settings(Path template) {
        return LocalSettings.of(template, folder, folder, 0, false);
    }
}
