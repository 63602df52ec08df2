package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionNameTest {
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");

    @Test
    void aNameTellsItsJobAndAttempt() {
        assertThat(ExecutionName.parse(JOB.executionName(12))).contains(new ExecutionName(JOB, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by-hand",
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef-r",
                "0123456789abcdef0123456789abcdef-r-1",
                "0123456789abcdef0123456789abcdef-r1234567890",
                "x0123456789abcdef0123456789abcdef-r1"
            })
    void otherNamesAreOfNoJob(String name) {
        assertThat(ExecutionName.parse(name)).isEmpty();
    }
}
