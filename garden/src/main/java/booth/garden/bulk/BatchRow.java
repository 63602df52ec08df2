package booth.garden.bulk;

import booth.core.Refused;
import booth.garden.Emotion;
import booth.garden.pictures.SearchKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a batch: either a text, or the lists of which texts are made with the emotion's templates.
 *
 * @param emotionText what is painted, for a line that is a text
 * @param favorite its favourite, part of the text and of the pictures' keys
 * @param others what is asked besides; the usual where it is not said
 * @param animals and the other lists: every combination becomes a text
 * @param byFavorite whether pictures of templates hang under their favourite {@code season,weather,time}; where it is
 *     not said they do if there is one
 * @param repeats how often each text is painted, 1 to 16
 */
record BatchRow(
        Emotion emotion,
        Optional<String> emotionText,
        Optional<String> favorite,
        Optional<String> others,
        Optional<List<String>> animals,
        Optional<List<String>> weathers,
        Optional<List<String>> seasons,
        Optional<List<String>> times,
        Optional<Boolean> byFavorite,
        Optional<Integer> repeats) {
    private static final int MOST_REPEATS = 16;
    private static final int MOST_VALUES = 16;
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} '-]{0,39}");

    BatchRow {
        int often = repeats.orElse(1);
        if (often < 1 || often > MOST_REPEATS) throw invalid("'repeats' is 1 to " + MOST_REPEATS);
        boolean lists = animals.isPresent() || weathers.isPresent() || seasons.isPresent() || times.isPresent();
        boolean own = emotionText.isPresent() || favorite.isPresent();
        if (own && (lists || byFavorite.isPresent()))
            throw invalid("a line is either a text with 'emotionText' and 'favorite', or lists for templates");
        if (byFavorite.orElse(false) && !(weathers.isPresent() && seasons.isPresent() && times.isPresent()))
            throw invalid("a favourite is a season, a weather and a time, so 'byFavorite' takes all three lists");
        for (var list : List.of(animals, weathers, seasons, times)) list.ifPresent(BatchRow::requireWords);
        new SearchKey(emotion.word(), favorite);
    }

    private static void requireWords(List<String> values) {
        if (values.isEmpty() || values.size() > MOST_VALUES)
            throw invalid("a list has 1 to " + MOST_VALUES + " entries");
        if (!values.stream().allMatch(value -> WORDS.matcher(value).matches()))
            throw invalid("entries of lists are letters, digits, blanks and hyphens, at most 40");
    }

    private static Refused invalid(String rule) {
        return new Refused("INVALID_BATCH", "A line of this batch makes no sense: " + rule + ".");
    }

    boolean isText() {
        return emotionText.isPresent() || favorite.isPresent();
    }

    /** How many texts it stands for, each repeated. */
    long count() {
        if (isText()) return repeats.orElse(1);
        return (long) repeats.orElse(1) * size(animals) * size(weathers) * size(seasons) * size(times);
    }

    private static long size(Optional<List<String>> list) {
        return list.map(List::size).orElse(1);
    }

    /** Whether each picture hangs under its own favourite. */
    boolean hangsByFavorite() {
        return byFavorite.orElse(seasons.isPresent() && weathers.isPresent() && times.isPresent());
    }
}
