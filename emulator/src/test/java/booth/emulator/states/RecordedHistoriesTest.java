package booth.emulator.states;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.wire.Json;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Executions recorded for whoever reads histories: the command line (Java) and the operators' page (JavaScript). Each has
 * a folder with its machine, the answers of DescribeExecution and GetExecutionHistory, and the timeline that both readers
 * must make of them.
 *
 * <p>With {@code -Dbooth.record=true} they are recorded again. The timelines are not: they say what is right. A new case is
 * a script here and a folder with its machine; then record, and write its timeline.
 */
class RecordedHistoriesTest {
    private static final Path HISTORIES = Path.of("src/test/resources/histories");
    private static final String INPUT =
            "{\"jobId\":\"0123456789abcdef0123456789abcdef\",\"upload\":\"photo/0123456789abcdef0123456789abcdef/guest.jpg\"}";

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void theEmulatorStillWritesTheRecordedHistory(HistoryScript script) throws IOException {
        Path folder = HISTORIES.resolve(script.folder());
        String definition = Files.readString(folder.resolve("machine.asl.json"));
        try (Recorder recorder = new Recorder(data, script.folder(), definition, INPUT)) {
            script.play(recorder);
            if (Boolean.getBoolean("booth.record")) {
                write(folder.resolve("execution.json"), recorder.description());
                write(folder.resolve("history.json"), recorder.history());
            }

            assertThat(read(folder.resolve("execution.json"))).isEqualTo(plain(recorder.description()));
            assertThat(read(folder.resolve("history.json"))).isEqualTo(plain(recorder.history()));
        }
    }

    @Test
    void everyFolderHasItsScriptAndItsTimeline() throws IOException {
        try (Stream<Path> folders = Files.list(HISTORIES)) {
            assertThat(folders)
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("timeline.json")).exists())
                    .extracting(folder -> folder.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(HistoryScript.values())
                            .map(HistoryScript::folder)
                            .toList());
        }
    }

    /** As a reader of the text sees it: a number is no BigDecimal. */
    private static JsonNode plain(JsonNode answer) throws IOException {
        return Json.MAPPER.readTree(Json.bytes(answer));
    }

    private static JsonNode read(Path file) throws IOException {
        return Json.MAPPER.readTree(Files.readAllBytes(file));
    }

    private static void write(Path file, JsonNode answer) throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        Files.write(file, (Json.MAPPER.writer(lines).writeValueAsString(answer) + "\n").getBytes(UTF_8));
    }
}
