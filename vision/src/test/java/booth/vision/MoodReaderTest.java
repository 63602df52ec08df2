package booth.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import booth.vision.Mood.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoodReaderTest {
    private static final MoodReader READER = new MoodReader(Samples.MODELS);

    @ParameterizedTest
    @CsvSource({"1, 840, 160", "3, 630, 190", "3, 843, 240", "4, 730, 150", "6, 410, 240"})
    void broadSmileIsHappy(int sample, double x, double y) {
        Mood mood = mood(sample, x, y);

        assertThat(mood.strongest()).isEqualTo(Expression.HAPPY);
        assertThat(mood.smile()).isGreaterThan(.9);
    }

    @ParameterizedTest
    @CsvSource({"1, 270, 245", "3, 370, 250", "6, 675, 235"})
    void straightFaceIsNeutral(int sample, double x, double y) {
        Mood mood = mood(sample, x, y);

        assertThat(mood.strongest()).isEqualTo(Expression.NEUTRAL);
        assertThat(mood.smile()).isLessThan(.5);
    }

    @Test
    void openMouthIsSeen() {
        assertThat(mood(1, 840, 160).mouthOpen()).isGreaterThan(.9);
        assertThat(mood(6, 675, 235).mouthOpen()).isLessThan(.1);
    }

    @Test
    void lookingAtTheCameraIsOpenerEyedThanLookingDown() {
        assertThat(mood(3, 630, 190).eyesOpen()).isGreaterThan(.7);
        assertThat(mood(2, 823, 150).eyesOpen()).isLessThan(.6);
    }

    @Test
    void allGuessesStayInRange() {
        for (int sample = 1; sample <= 6; sample++)
            for (Face face : Samples.faces(sample)) {
                Mood mood = READER.read(Samples.photo(sample), face);
                assertThat(mood.expressions().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        .isCloseTo(1, within(1e-4));
                assertThat(mood.age()).isBetween(15.0, 45.0);
                assertThat(mood.ageHigh() - mood.ageLow()).isGreaterThanOrEqualTo(15);
                assertThat(mood.male()).isLessThan(.5);
            }
    }

    private static Mood mood(int sample, double x, double y) {
        return READER.read(Samples.photo(sample), Samples.faceAt(sample, x, y));
    }
}
