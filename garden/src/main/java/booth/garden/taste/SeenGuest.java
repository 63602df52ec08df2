package booth.garden.taste;

import booth.garden.Emotion;
import booth.garden.Gender;
import booth.garden.Generation;
import java.time.Instant;
import java.util.Optional;

/**
 * A guest as a photo showed them.
 *
 * @param emotion empty where Rekognition was sure of none of the eight
 * @param at when
 */
public record SeenGuest(GuestId id, Generation generation, Gender gender, Optional<Emotion> emotion, Instant at) {
    Context context() {
        return new Context(Optional.of(generation), Optional.of(gender));
    }
}
