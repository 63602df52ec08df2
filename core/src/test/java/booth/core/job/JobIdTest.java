package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.TestJson;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobIdTest {
    @Test
    void randomIdsDiffer() {
        assertThat(Stream.generate(JobId::random).limit(1000).distinct()).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0123456789ABCDEF0123456789ABCDEF", "../3456789abcdef0123456789abcdef0"})
    void anythingElseIsRefused(String value) {
        assertThatThrownBy(() -> new JobId(value)).hasMessageStartingWith("INVALID_JOB_ID: ");
    }

    @Test
    void isAStringInJson() {
        JobId id = JobId.random();

        assertThat(Json.text(id)).isEqualTo("\"" + id + "\"");
        assertThat(TestJson.read(Json.text(id), JobId.class)).isEqualTo(id);
    }

    @Test
    void executionsAreNumberedByAttempt() {
        assertThat(new JobId("0123456789abcdef0123456789abcdef").executionName(2))
                .isEqualTo("0123456789abcdef0123456789abcdef-r2");
    }
}
