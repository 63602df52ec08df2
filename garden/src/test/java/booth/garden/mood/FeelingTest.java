package booth.garden.mood;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import booth.garden.Emotion;
import booth.garden.Gender;
import booth.garden.Generation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeelingTest {
    @Test
    void theStrongestEmotionOfAnUnsortedListIsTheFaces() {
        assertThat(Feeling.strongest(List.of(
                        new Feeling(Emotion.SAD, 3), new Feeling(Emotion.CALM, 88), new Feeling(Emotion.HAPPY, 9))))
                .contains(Emotion.CALM);
    }

    @Test
    void ofEquallyStrongOnesTheFirstOfTheGardensOrderIs() {
        assertThat(Feeling.strongest(List.of(
                        new Feeling(Emotion.SAD, 40),
                        new Feeling(Emotion.SURPRISED, 40),
                        new Feeling(Emotion.FEAR, 40))))
                .contains(Emotion.SURPRISED);
    }

    @Test
    void whatTheGardenDoesNotKnowIsPassedOverHoweverSureItIs() {
        FaceTraits face = FaceTraits.of(json("""
                {"AgeRange": {"Low": 20, "High": 30}, "Gender": {"Value": "Female", "Confidence": 99},
                 "Smile": {"Value": true, "Confidence": 60},
                 "Emotions": [{"Type": "UNKNOWN", "Confidence": 99}, {"Type": "FEAR", "Confidence": 2}]}
                """)).orElseThrow();

        assertThat(face.emotion()).contains(Emotion.FEAR);
        assertThat(face.gender()).isEqualTo(Gender.FEMALE);
        assertThat(face.smile()).isTrue();
        assertThat(face.beard()).as("nobody said so").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"{}", "'{\"Gender\": {\"Value\": \"Male\"}}'", "'{\"AgeRange\": {\"Low\": 1, \"High\": 2}}'"})
    void aFaceWithoutAgeOrGenderIsNobodys(String detail) {
        assertThat(FaceTraits.of(json(detail))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, TODDLER",
        "12, 12, CHILD",
        "18, 18, TEENAGER",
        "25, 25, YOUNG_ADULT",
        "49, 49, ADULT",
        "64, 64, MIDDLE_AGE",
        "64, 65, ELDER",
        "65, 65, ELDER",
        "5, 6, CHILD"
    })
    void theMeanAgeDecidesTheGeneration(int low, int high, Generation generation) {
        assertThat(face(low, high).generation()).isEqualTo(generation);
    }

    private static FaceTraits face(int low, int high) {
        return FaceTraits.of(json("{\"AgeRange\": {\"Low\": " + low + ", \"High\": " + high
                        + "}, \"Gender\": {\"Value\": \"Male\"}}"))
                .orElseThrow();
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
