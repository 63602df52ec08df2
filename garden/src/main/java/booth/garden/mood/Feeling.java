package booth.garden.mood;

import booth.garden.Emotion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One line of Rekognition's list of emotions.
 *
 * @param confidence 0 to 100
 */
record Feeling(Emotion emotion, double confidence) {
    /** The surest, for the lists come in any order; of equally sure ones the first as the garden names them. */
    static Optional<Emotion> strongest(List<Feeling> feelings) {
        return feelings.stream()
                .max(Comparator.comparingDouble(Feeling::confidence)
                        .thenComparing(Feeling::emotion, Comparator.reverseOrder()))
                .map(Feeling::emotion);
    }
}
