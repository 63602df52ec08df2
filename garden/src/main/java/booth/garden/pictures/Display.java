package booth.garden.pictures;

import booth.core.Refused;
import booth.core.job.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The walls: each zone has eight places for pictures of either orientation, {@code display/<zone>/img<1..8><h|v>.jpeg}, into
 * which pictures are copied.
 */
public final class Display {
    public static final int PLACES = 8;

    private static final Pattern ZONE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern PLACE = Pattern.compile("img([1-8])([hv])\\.jpeg");

    private final ObjectStore store;
    private final PictureCopies copies;

    /**
     * A place with a picture.
     *
     * @param number from 1
     * @param version changes with the picture
     */
    public record Place(int number, Orientation orientation, String key, String version) {}

    public Display(ObjectStore store, PictureCopies copies) {
        this.store = store;
        this.copies = copies;
    }

    public static boolean isZone(String text) {
        return ZONE.matcher(text).matches();
    }

    /** @throws Refused {@code INVALID_ZONE} */
    public static String zone(String text) {
        if (!isZone(text))
            throw new Refused(
                    "INVALID_ZONE",
                    "A zone has 1 to 32 small letters, digits and '-', e.g. 'zone1', not '" + text + "'.");
        return text;
    }

    /**
     * @param pictures for the places in order; what is empty leaves a place as it is
     * @throws Refused {@code NO_SUCH_PICTURE} before anything has changed, or {@code TOO_MANY_PICTURES}
     */
    public void update(String zone, Orientation orientation, List<Optional<PictureKey>> pictures) {
        for (int i = 0; i < pictures.size(); i++) {
            String place = place(zone, i + 1, orientation);
            pictures.get(i).ifPresent(picture -> {
                if (!copies.copy(picture.key(), place)) throw gone(picture);
            });
        }
    }

    /** @throws Refused {@code NO_SUCH_PICTURE} unless all are there */
    public void require(List<Optional<PictureKey>> pictures) {
        if (pictures.size() > PLACES)
            throw new Refused(
                    "TOO_MANY_PICTURES", "A zone has 8 places for either orientation, not " + pictures.size() + ".");
        for (Optional<PictureKey> one : pictures)
            one.filter(picture -> !store.exists(picture.key())).ifPresent(picture -> {
                throw gone(picture);
            });
    }

    private static Refused gone(PictureKey picture) {
        return new Refused("NO_SUCH_PICTURE", "There is no picture " + picture + " (any more).");
    }

    /** The places of a zone that have pictures, in order. */
    public List<Place> places(String zone) {
        String folder = "display/" + zone + "/";
        List<Place> places = new ArrayList<>();
        for (ObjectStore.Entry entry : store.list(folder)) {
            Matcher place = PLACE.matcher(entry.key().substring(folder.length()));
            if (place.matches())
                places.add(new Place(
                        Integer.parseInt(place.group(1)),
                        place.group(2).equals("v") ? Orientation.PORTRAIT : Orientation.LANDSCAPE,
                        entry.key(),
                        entry.modified().toEpochMilli() + "-" + entry.size()));
        }
        return places;
    }

    static String place(String zone, int number, Orientation orientation) {
        return "display/" + zone + "/img" + number + orientation.letter() + PictureKey.ENDING;
    }
}
