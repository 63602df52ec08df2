package booth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.JobId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLogTest {
    private final List<String> lines = new ArrayList<>();
    private final JsonLog log = new JsonLog(lines::add);

    @Test
    void aLineIsOneJsonObjectOfWhatIsKnown() {
        JobId job = new JobId("0123456789abcdef0123456789abcdef");

        log.write(LogLine.of("incident").job(job).index(2).error(new IllegalStateException("The frame\nis gone.")));

        assertThat(lines)
                .containsExactly("{\"event\":\"incident\",\"jobId\":\"0123456789abcdef0123456789abcdef\",\"index\":2,"
                        + "\"error\":\"java.lang.IllegalStateException\",\"message\":\"The frame\\nis gone.\"}");
    }
}
