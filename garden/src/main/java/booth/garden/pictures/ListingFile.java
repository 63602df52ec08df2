package booth.garden.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A listing as it is stored: the names of its pictures, newest first, one a line. */
record ListingFile(Area area, SearchKey search) {
    private static final String FOLDER = "listings/";

    static ListingFile of(PictureKey picture) {
        return new ListingFile(picture.area(), picture.searchKey());
    }

    /** Where it is stored. A favourite's stands deeper, as no file may have the name of a folder. */
    String key() {
        String emotion = FOLDER + area.prefix() + search.emotion() + "/";
        return search.favourite()
                .map(favourite -> emotion + "favourites/" + favourite + ".txt")
                .orElse(emotion + "all.txt");
    }

    /** Of the keys of its pictures, and of others deeper down. */
    String prefix() {
        return area.prefix() + search.text() + "/";
    }

    boolean holds(PictureKey picture) {
        return picture.area() == area && picture.searchKey().equals(search);
    }

    static byte[] bytes(Collection<PictureKey> pictures) {
        return pictures.stream()
                .sorted(PictureKey.NEWEST_FIRST)
                .map(PictureKey::name)
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    List<PictureKey> pictures(byte[] bytes) {
        return new String(bytes, UTF_8)
                .lines()
                .map(name -> new PictureKey(area, search.emotion(), search.favourite(), name))
                .toList();
    }
}
