package booth.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private final Environment env = new Environment(Map.of("JOBS_BUCKET", "jobs", "SAM_ENDPOINT", " "));

    @Test
    void whatIsSetIsThere() {
        assertThat(env.require("JOBS_BUCKET")).isEqualTo("jobs");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> env.require("UPLOADS_BUCKET")).hasMessageContaining("UPLOADS_BUCKET");
    }

    @Test
    void setToNothingIsNotSet() {
        assertThat(env.find("SAM_ENDPOINT")).isEmpty();
    }
}
