package booth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The emulator deploys anybody's template: no name, comment or text in it tells what for. */
class VocabularyTest {
    private static final Pattern OWN_PACKAGES = Pattern.compile("booth\\.(emulator|asl)\\b");
    private static final Pattern SOMEBODYS = Pattern.compile("(?i)booth|photo|guest|picture");

    @Test
    void theEmulatorDoesNotKnowWhatItIsUsedFor() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            assertThat(sources.filter(Files::isRegularFile).toList())
                    .hasSizeGreaterThan(100)
                    .allSatisfy(source ->
                            assertThat(linesThatKnow(source)).as("%s", source).isEmpty());
        }
    }

    private static List<String> linesThatKnow(Path source) throws IOException {
        return Files.readAllLines(source).stream()
                .filter(line -> SOMEBODYS
                        .matcher(OWN_PACKAGES.matcher(line).replaceAll(""))
                        .find())
                .toList();
    }
}
