package booth.garden.taste;

import booth.garden.Gender;
import booth.garden.Generation;
import booth.garden.pictures.Area;
import booth.garden.pictures.Orientation;
import booth.garden.pictures.PictureKey;
import booth.garden.pictures.SearchKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A hall full of guests with hidden tastes. Every picture has one of ten themes and a charm of its own; what a theme is worth
 * to a guest comes from everybody's taste, the generation's, the gender's and that of both together, as log odds. Guests
 * come one after another, children and young adults most often, and each likes a picture or not by chance.
 */
final class Hall {
    static final Instant OPENING = Instant.parse("2026-11-22T09:00:00Z");

    private static final int THEMES = 10;
    private static final int GENERATIONS = Generation.values().length;
    private static final double[] CROWD = {1, 4, 4, 6, 3, 1, 1};
    private static final double NOBODY = -2.4; // a picture of no merit is liked by one in twelve

    private final Random random;
    private final double[] everybody = new double[THEMES];
    private final double[][] generation = new double[GENERATIONS][THEMES];
    private final double[][] gender = new double[2][THEMES];
    private final double[][] both = new double[2 * GENERATIONS][THEMES];
    private final double[] charm;
    private final List<PictureKey> pictures;
    private final Map<PictureKey, Integer> places = new HashMap<>();
    private int guests;

    Hall(int pictures, long seed) {
        random = new Random(seed);
        this.pictures = pictures(pictures);
        this.pictures.forEach(picture -> places.put(picture, places.size()));
        charm = IntStream.range(0, pictures).mapToDouble(i -> draw(0.4)).toArray();
        fill(everybody, 0.5);
        for (double[] one : generation) fill(one, 1);
        for (double[] one : gender) fill(one, 0.7);
        for (double[] one : both) fill(one, 0.5);
    }

    private static List<PictureKey> pictures(int count) {
        SearchKey search = SearchKey.parse("happy");
        return IntStream.range(0, count)
                .mapToObj(i -> PictureKey.painted(
                        Area.EMOTIONS, search, OPENING.minus(Duration.ofMinutes(i)), 0, Orientation.LANDSCAPE))
                .toList();
    }

    private double draw(double spread) {
        return random.nextGaussian() * spread;
    }

    private void fill(double[] worths, double spread) {
        for (int i = 0; i < worths.length; i++) worths[i] = draw(spread);
    }

    /** Newest first. */
    List<PictureKey> pictures() {
        return pictures;
    }

    /** From now on most generations like other themes. */
    void drift() {
        for (double[] one : generation) if (random.nextInt(3) > 0) fill(one, 1);
    }

    Guest next() {
        double sum = 0;
        for (double share : CROWD) sum += share;
        double at = random.nextDouble() * sum;
        int i = 0;
        while ((at -= CROWD[i]) > 0) i++;
        Context context =
                new Context(Optional.of(Generation.values()[i]), Optional.of(Gender.values()[random.nextInt(2)]));
        return new Guest(Optional.of(new GuestId("guest-" + ++guests)), context);
    }

    /** How likely the guest likes a picture. */
    double worth(Context context, PictureKey picture) {
        int index = places.getOrDefault(picture, 0);
        int theme = index % THEMES;
        int row = context.row() - 1;
        int column = context.column() - 1;
        double odds = NOBODY
                + everybody[theme]
                + generation[row][theme]
                + gender[column][theme]
                + both[row * 2 + column][theme]
                + charm[index];
        return 1 / (1 + Math.exp(-odds));
    }

    double worth(Context context, List<PictureKey> screen) {
        return screen.stream().mapToDouble(picture -> worth(context, picture)).sum();
    }

    /** Of all screens the best. */
    double best(Context context, int size) {
        return pictures.stream()
                .map(picture -> worth(context, picture))
                .sorted(Comparator.reverseOrder())
                .limit(size)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** The thumbs that the guest gives a screen. */
    List<Like> look(Guest guest, List<PictureKey> screen) {
        List<Like> likes = new ArrayList<>();
        for (PictureKey picture : screen)
            if (random.nextDouble() < worth(guest.context(), picture))
                likes.add(new Like(
                        guest.id().orElseThrow(),
                        picture,
                        screen,
                        guest.context().generation(),
                        guest.context().gender(),
                        OPENING));
        return likes;
    }
}
