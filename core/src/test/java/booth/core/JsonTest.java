package booth.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Order(int index, Optional<String> note, List<String> prompts) {}

    @Test
    void whatIsWrittenWithoutItsAbsentFieldsIsReadBack() {
        JobRequest request =
                new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of());
        Job job = Job.awaitingUpload(JobId.random(), request, Instant.EPOCH);

        assertThat(Json.text(job)).doesNotContain("requestId");
        assertThat(Json.read("job.json", Json.bytes(job), Job.class)).isEqualTo(job);
    }

    @Test
    void anOptionalFieldMayBeMissingOrNull() {
        assertThat(order("{\"index\":1,\"prompts\":[]}").note()).isEmpty();
        assertThat(order("{\"index\":1,\"note\":null,\"prompts\":[]}").note()).isEmpty();
    }

    @Test
    void anyOtherFieldMayNot() {
        assertThatThrownBy(() -> order("{\"prompts\":[]}")).hasStackTraceContaining("index");
        assertThatThrownBy(() -> order("{\"index\":1}")).hasStackTraceContaining("prompts");
        assertThatThrownBy(() -> order("{\"index\":null,\"prompts\":[]}")).hasStackTraceContaining("index");
    }

    @Test
    void anUnknownFieldIsAnError() {
        assertThatThrownBy(() -> order("{\"index\":1,\"prompts\":[],\"promts\":[]}"))
                .hasStackTraceContaining("promts");
    }

    private static Order order(String json) {
        return Json.read("order", json.getBytes(UTF_8), Order.class);
    }
}
