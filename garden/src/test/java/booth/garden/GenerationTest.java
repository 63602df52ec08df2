package booth.garden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, toddler, 유아",
        "5, 5, toddler, 유아",
        "5, 6, child, 아동",
        "12, 12, child, 아동",
        "12, 13, teenager, 청소년",
        "13, 23, teenager, 청소년",
        "18, 19, young-adult, 청년",
        "25, 25, young-adult, 청년",
        "25, 26, adult, 중년",
        "49, 49, adult, 중년",
        "49, 50, middle-age, 장년",
        "60, 68, middle-age, 장년",
        "64, 65, elder, 노년",
        "65, 65, elder, 노년",
        "90, 100, elder, 노년"
    })
    void theMeanOfTheRangeDecides(double low, double high, String word, String korean) {
        assertThat(Generation.of(low, high).word()).isEqualTo(word);
        assertThat(Generation.of(low, high).korean()).isEqualTo(korean);
    }

    @Test
    void aWordIsReadBack() {
        for (Generation one : Generation.values())
            assertThat(Generation.of(one.word())).isEqualTo(one);
        assertThat(Generation.find("ancient")).isEmpty();
    }

    @Test
    void gendersAreRekognitions() {
        assertThat(Gender.find("male")).contains(Gender.MALE);
        assertThat(Gender.of("Female").korean()).isEqualTo("여자");
        assertThat(Gender.find("?")).isEmpty();
    }
}
