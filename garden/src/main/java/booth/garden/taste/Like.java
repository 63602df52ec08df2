package booth.garden.taste;

import booth.core.Refused;
import booth.garden.Gender;
import booth.garden.Generation;
import booth.garden.pictures.Area;
import booth.garden.pictures.PictureKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A guest's thumb.
 *
 * @param item the picture that was liked
 * @param impression what was shown beside it, itself included, in this order; none twice
 * @param generation and {@code gender}: the guest's, as far as they are known
 * @param at when
 */
public record Like(
        GuestId id,
        PictureKey item,
        List<PictureKey> impression,
        Optional<Generation> generation,
        Optional<Gender> gender,
        Instant at) {
    /** Amazon Personalize takes no more, and a screen shows three. */
    static final int LONGEST_IMPRESSION = 25;

    /** @throws Refused {@code INVALID_LIKE} */
    public Like {
        if (impression.size() > LONGEST_IMPRESSION)
            throw new Refused(
                    "INVALID_LIKE",
                    "The impression has " + impression.size() + " pictures; a guest sees " + LONGEST_IMPRESSION
                            + " at once at most.");
        boolean garden = Stream.concat(Stream.of(item), impression.stream())
                .allMatch(picture -> picture.area() == Area.EMOTIONS);
        if (!garden) throw new Refused("INVALID_LIKE", "Only pictures in 'emotions/' can be liked.");
        impression = (impression.contains(item)
                        ? impression.stream()
                        : Stream.concat(impression.stream(), Stream.of(item)))
                .distinct()
                .toList();
    }

    Context context() {
        return new Context(generation, gender);
    }

    /** The same of these pictures alone: what is not among them cannot have been shown. */
    Like among(Set<PictureKey> there) {
        List<PictureKey> shown = impression.stream().filter(there::contains).toList();
        return new Like(id, item, shown, generation, gender, at);
    }
}
