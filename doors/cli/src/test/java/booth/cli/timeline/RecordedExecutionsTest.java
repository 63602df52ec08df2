package booth.cli.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command line and the operators' page must both read of the same histories. */
class RecordedExecutionsTest {
    /** What {@code booth inspect} alone tells. */
    private static final List<String> OF_THE_COMMAND_LINE = List.of("reads", "gives", "log");

    @ParameterizedTest
    @MethodSource("booth.cli.timeline.RecordedExecution#all")
    void aRecordedHistoryReadsAsItsTimeline(RecordedExecution recorded) {
        JsonNode timeline = Json.MAPPER.valueToTree(recorded.timeline());

        assertThat(shared(timeline).toPrettyString())
                .isEqualTo(recorded.expected().toPrettyString());
    }

    @Test
    void onlyWhatTakesTimeIsAStage() {
        assertThat(RecordedExecution.named("parallel-with-a-caught-branch")
                        .timeline()
                        .stages())
                .containsExactly(
                        Map.entry("Generate", Duration.ofMillis(900)), Map.entry("Notify", Duration.ofMillis(30)));
        assertThat(RecordedExecution.named("succeeded").timeline().stages()).containsOnlyKeys("Detect", "Notify");
    }

    @Test
    void aStageThatHasNotEndedIsNotTimed() {
        assertThat(RecordedExecution.named("running").timeline().stages()).isEmpty();
    }

    private static JsonNode shared(JsonNode timeline) {
        if (timeline instanceof ObjectNode object) {
            object.remove(OF_THE_COMMAND_LINE);
            if (object.has("index")) object.remove("outcome"); // of a part: the page shows its states alone
        }
        timeline.forEach(RecordedExecutionsTest::shared);
        return timeline;
    }
}
