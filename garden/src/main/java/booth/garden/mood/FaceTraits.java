package booth.garden.mood;

import booth.garden.Emotion;
import booth.garden.Gender;
import booth.garden.Generation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a face shows, as Rekognition tells it.
 *
 * @param emotion the strongest; empty where none of those is told that the garden knows
 */
public record FaceTraits(
        AgeRange ageRange,
        boolean smile,
        boolean eyeglasses,
        boolean sunglasses,
        Gender gender,
        boolean beard,
        boolean mustache,
        boolean eyesOpen,
        boolean mouthOpen,
        Optional<Emotion> emotion) {

    /**
     * Of a {@code FaceDetail}; what it does not tell the face does not show.
     *
     * @return empty where age or gender are not told: nobody is counted or answered by guessing
     */
    public static Optional<FaceTraits> of(JsonNode detail) {
        JsonNode age = detail.path("AgeRange");
        Optional<Gender> gender = Gender.find(detail.at("/Gender/Value").asText());
        if (gender.isEmpty() || !age.path("Low").isNumber() || !age.path("High").isNumber()) return Optional.empty();
        return Optional.of(new FaceTraits(
                new AgeRange(age.path("Low").intValue(), age.path("High").intValue()),
                shows(detail, "Smile"),
                shows(detail, "Eyeglasses"),
                shows(detail, "Sunglasses"),
                gender.get(),
                shows(detail, "Beard"),
                shows(detail, "Mustache"),
                shows(detail, "EyesOpen"),
                shows(detail, "MouthOpen"),
                Feeling.strongest(feelings(detail.path("Emotions")))));
    }

    private static boolean shows(JsonNode detail, String trait) {
        return detail.path(trait).path("Value").booleanValue();
    }

    private static List<Feeling> feelings(JsonNode emotions) {
        return StreamSupport.stream(emotions.spliterator(), false)
                .flatMap(line -> Emotion.find(line.path("Type").asText())
                        .map(known -> new Feeling(known, line.path("Confidence").doubleValue()))
                        .stream())
                .toList();
    }

    public Generation generation() {
        return Generation.of(ageRange.low(), ageRange.high());
    }
}
