package booth.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.Refused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookChoiceTest {
    @Test
    void aSubjectIsChosenInAPortraitAlone() {
        assertThat(new LookChoice(Optional.of(Look.PORTRAIT), Optional.of(Subject.ALL), Optional.empty()).chosen())
                .isEqualTo(Look.PORTRAIT);
        assertThatThrownBy(() -> new LookChoice(Optional.of(Look.MONSTER), Optional.of(Subject.ALL), Optional.empty()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("'portrait' alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "half a character \ud83d"})
    void masksAreWords(String wish) {
        assertThatThrownBy(() -> new LookChoice(Optional.of(Look.MONSTER), Optional.empty(), Optional.of(wish)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("'tiger'");
    }

    @Test
    void masksArePutOnMonstersAlone() {
        assertThatThrownBy(() -> new LookChoice(Optional.empty(), Optional.empty(), Optional.of("tiger")))
                .hasMessageContaining("'monster' alone");
    }

    @Test
    void whatIsWantedStandsFlatInTheRecordAndMayBeMissing() {
        JobRequest plain = new JobRequest("a.jpg", "image/jpeg", Optional.empty(), Optional.empty(), "hall", List.of());
        JobRequest tigers =
                plain.with(new LookChoice(Optional.of(Look.MONSTER), Optional.empty(), Optional.of("tiger")));

        assertThat(Json.text(plain)).doesNotContain("look", "masks");
        assertThat(Json.text(tigers)).contains("\"look\":\"monster\"", "\"masks\":\"tiger\"");
        assertThat(Json.read("a record", Json.bytes(tigers), JobRequest.class)).isEqualTo(tigers);
        assertThat(Json.read("a record", Json.bytes(plain), JobRequest.class)).isEqualTo(plain);
    }
}
