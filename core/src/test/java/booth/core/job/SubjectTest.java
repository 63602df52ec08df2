package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @ParameterizedTest
    @CsvSource({"all, 0", "largest, 1", "face 1, 1", "face 40, 40"})
    void everybodyTheNearestOrOneOfThem(String word, int face) {
        assertThat(Subject.of(word).face()).isEqualTo(face);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "face", "face 0", "face 100", "2", "ALL", "face 2 "})
    void anythingElseIsRefusedWithTheWordsThatAreRight(String word) {
        assertThatThrownBy(() -> Subject.of(word)).isInstanceOf(Refused.class).hasMessageContaining("'face 2'");
    }

    @Test
    void itIsOneWordInJson() {
        assertThat(Json.text(Subject.of("face 3"))).isEqualTo("\"face 3\"");
        assertThat(Json.read("subject", "\"largest\"".getBytes(java.nio.charset.StandardCharsets.UTF_8), Subject.class))
                .isEqualTo(new Subject(1));
    }
}
