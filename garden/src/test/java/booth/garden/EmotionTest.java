package booth.garden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.Refused;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EmotionTest {
    @Test
    void theEightHaveTheirKoreanNamesAndTheOrderThatSettlesTies() {
        assertThat(Arrays.stream(Emotion.values()).map(one -> one.name() + " " + one.korean()))
                .containsExactly(
                        "HAPPY 행복",
                        "SURPRISED 놀람",
                        "CALM 평온",
                        "ANGRY 화남",
                        "FEAR 공포",
                        "CONFUSED 혼란스러움",
                        "DISGUSTED 역겨움",
                        "SAD 슬픔");
    }

    @Test
    void oneIsFoundInAnyCase() {
        assertThat(Emotion.find("happy")).contains(Emotion.HAPPY);
        assertThat(Emotion.of("Fear").word()).isEqualTo("fear");
        assertThat(Emotion.find("UNKNOWN")).isEmpty();
    }

    @Test
    void anUnknownOneIsRefusedWithTheNamesThatAreTaken() {
        assertThatThrownBy(() -> Emotion.of("hungry"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("INVALID_EMOTION"))
                .hasMessageContaining("happy, surprised, calm");
    }

    @Test
    void jsonHasRekognitionsName() {
        assertThat(Json.text(Emotion.CALM)).isEqualTo("\"CALM\"");
    }
}
