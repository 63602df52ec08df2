package booth.local;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.emulator.lambda.Caller;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class CrowdsTest {
    @Test
    void aTasksCallIsItsBoothsAndAsOldAsItsExecution() throws JsonProcessingException {
        assertThat(caller("""
                {"frame": "photo/x/frame.png", "task": {"execution": "x-r0", "state": "Segment", "attempt": 0,
                 "booth": "hall-3", "started": "2026-11-21T10:00:00.000Z"}}""")).isEqualTo(new Caller("hall-3", "2026-11-21T10:00:00.000Z"));
    }

    @Test
    void anyOtherCallIsNobodys() throws JsonProcessingException {
        assertThat(caller("{\"Records\": []}")).isEqualTo(Caller.NOBODY);
        assertThat(caller("{\"task\": \"by hand\"}")).isEqualTo(Caller.NOBODY);
        assertThat(caller("[1]")).isEqualTo(Caller.NOBODY);
        assertThat(caller("{\"task\": {\"execution\": \"x-r0\", \"state\": \"Detect\", \"attempt\": 0}}"))
                .isEqualTo(Caller.NOBODY);
    }

    private static Caller caller(String payload) throws JsonProcessingException {
        return Crowds.caller(Json.MAPPER.readTree(payload));
    }
}
