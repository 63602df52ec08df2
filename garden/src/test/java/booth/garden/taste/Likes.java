package booth.garden.taste;

import booth.garden.Gender;
import booth.garden.Generation;
import booth.garden.pictures.PictureKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Likes of young women, at one time. */
final class Likes {
    static final Context YOUNG_WOMAN = new Context(Optional.of(Generation.YOUNG_ADULT), Optional.of(Gender.FEMALE));

    private Likes() {}

    static Like of(String guest, String item, String... impression) {
        return at(Hall.OPENING, guest, item, impression);
    }

    static Like at(Instant time, String guest, String item, String... impression) {
        return new Like(
                new GuestId(guest),
                PictureKey.of(item),
                Arrays.stream(impression).map(PictureKey::of).toList(),
                YOUNG_WOMAN.generation(),
                YOUNG_WOMAN.gender(),
                time);
    }
}
