package booth.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.core.job.PipelineStates;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The names of states that Java knows are those of the file. */
class PipelineStatesTest {
    private final JsonNode states = topLevel();

    @Test
    void noPictureIsTheFailStateAndItsError() {
        JsonNode state = states.path(PipelineStates.NO_PICTURE);

        assertThat(state.path("Type").asText()).isEqualTo("Fail");
        assertThat(state.path("Error").asText()).isEqualTo(PipelineStates.NO_PICTURE);
    }

    @Test
    void afterPaintingComesWhatEndsTheExecution() {
        Set<String> last = new TreeSet<>();
        states.properties().forEach(state -> {
            if (state.getValue().path("End").asBoolean()) last.add(state.getKey());
        });

        assertThat(PipelineStates.AFTER_PAINTING).isEqualTo(last);
    }

    private static JsonNode topLevel() {
        try {
            return Json.MAPPER.readTree(Definition.text()).path("States");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
