package booth.garden.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A listing as it is stored: the names of its pictures, newest first, one a line. */
record ListingFile(Area area, SearchKey search) {
    /** About how many bytes a picture has. */
    static final int LINE = 30;

    private static final String FOLDER = "listings/";
    private static final String ALL = "all.txt";
    private static final Pattern FAVOURITES = Pattern.compile("([^/]+)/favourites/([^/]+)\\.txt");
    private static final Pattern EMOTION = Pattern.compile("([^/]+)/all\\.txt");

    static ListingFile of(PictureKey picture) {
        return new ListingFile(picture.area(), picture.searchKey());
    }

    /** Of the listings of an area. */
    static String folder(Area area) {
        return FOLDER + area.prefix();
    }

    /** The listing that is stored under that key. */
    static Optional<ListingFile> parse(Area area, String key) {
        String rest = key.substring(folder(area).length());
        Matcher emotion = EMOTION.matcher(rest);
        Matcher favourite = FAVOURITES.matcher(rest);
        if (emotion.matches()) return Optional.of(new ListingFile(area, SearchKey.parse(emotion.group(1))));
        if (!favourite.matches()) return Optional.empty();
        return Optional.of(new ListingFile(area, SearchKey.parse(favourite.group(1) + "/" + favourite.group(2))));
    }

    /** Where it is stored. A favourite's stands deeper, as no file may have the name of a folder. */
    String key() {
        String emotion = folder(area) + search.emotion() + "/";
        return search.favourite()
                .map(favourite -> emotion + "favourites/" + favourite + ".txt")
                .orElse(emotion + ALL);
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

    /** How many pictures there are in a file. */
    static int count(byte[] bytes) {
        int lines = bytes.length == 0 ? 0 : 1;
        for (byte one : bytes) if (one == '\n') lines++;
        return lines;
    }

    List<PictureKey> pictures(byte[] bytes) {
        return new String(bytes, UTF_8)
                .lines()
                .map(name -> new PictureKey(area, search.emotion(), search.favourite(), name))
                .toList();
    }
}
