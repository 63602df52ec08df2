package booth.core.function;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Refused;
import booth.core.job.JobId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonLogTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");

    private final List<String> lines = new ArrayList<>();
    private final JsonLog log = new JsonLog(lines::add);

    @Test
    void aLineIsOneJsonObjectOfWhatIsKnown() {
        log.write(LogLine.of("incident").job(JOB).index(2).error(new IllegalStateException("The frame\nis gone.")));

        assertThat(lines)
                .containsExactly("{\"event\":\"incident\",\"jobId\":\"0123456789abcdef0123456789abcdef\",\"index\":2,"
                        + "\"error\":\"java.lang.IllegalStateException\",\"message\":\"The frame\\nis gone.\"}");
    }

    @Test
    void theTaskNamesExecutionStateAndAttemptAndItsJob() {
        log.write(LogLine.of("task_busy")
                .task(new TaskContext(
                        JOB + "-r1",
                        "Titan 2",
                        3,
                        Optional.of(4),
                        Optional.of("hall-3"),
                        Optional.of("2026-11-21T10:00:00Z"))));

        assertThat(lines)
                .containsExactly("{\"event\":\"task_busy\",\"jobId\":\"" + JOB + "\",\"execution\":\"" + JOB
                        + "-r1\",\"state\":\"Titan 2\",\"attempt\":3,\"item\":4,\"booth\":\"hall-3\"}");
    }

    @Test
    void anExecutionOfNoJobNamesNone() {
        log.write(LogLine.of("task_busy")
                .task(new TaskContext("by-hand", "Detect", 0, Optional.empty(), Optional.empty(), Optional.empty())));

        assertThat(lines).singleElement().asString().contains("by-hand").doesNotContain("jobId");
    }

    @Test
    void aRefusalIsItsCodeAndItsSentence() {
        log.write(LogLine.of("task_refused").error(new Refused("NO_FACE", "No face was found.")));

        assertThat(lines)
                .containsExactly(
                        "{\"event\":\"task_refused\",\"error\":\"NO_FACE\",\"message\":\"No face was found.\"}");
    }

    @Test
    void anErrorWithoutWordsHasNoMessage() {
        log.write(LogLine.of("incident").error(new IllegalStateException()));

        assertThat(lines).containsExactly("{\"event\":\"incident\",\"error\":\"java.lang.IllegalStateException\"}");
    }

    @Test
    void aPresignedLinkLosesItsSignature() {
        log.write(LogLine.of("incident")
                .message("GET https://b.s3.amazonaws.com/photo/x.png?X-Amz-Signature=0a1b&X-Amz-Date=2 failed; see"
                        + " \"http://127.0.0.1:4701/b/k?versionId=7\"."));

        assertThat(lines)
                .containsExactly("{\"event\":\"incident\",\"message\":\"GET https://b.s3.amazonaws.com/photo/x.png?…"
                        + " failed; see \\\"http://127.0.0.1:4701/b/k?…\\\".\"}");
    }

    @Test
    void bytesAndTokensAreCutOut() {
        log.write(LogLine.of("incident").message("Value '" + "AQC+/9".repeat(50) + "' at 'taskToken' is wrong"));

        assertThat(lines).containsExactly("{\"event\":\"incident\",\"message\":\"Value '…' at 'taskToken' is wrong\"}");
    }

    @Test
    void aLongMessageIsCutShort() {
        log.write(LogLine.of("incident").message("so it goes ".repeat(100)));

        assertThat(lines).singleElement().asString().hasSizeLessThan(540).endsWith("…\"}");
    }
}
