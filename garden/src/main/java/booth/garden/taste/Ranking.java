package booth.garden.taste;

import booth.garden.pictures.PictureKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Thompson sampling: of every picture one of the rates is drawn at which it may be liked, and the highest comes first. What
 * is little known is drawn now high, now low, and so gets its chances for as long as it may be the best, and no longer.
 */
final class Ranking {
    /** As many as a page shows at once. */
    static final int SCREEN = 3;

    private static final int MOST_LISTS = 10_000;

    private record Drawn(PictureKey picture, double rate) {}

    private final Map<String, Turns> turns = new HashMap<>();
    private final RandomGenerator random;

    Ranking(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param list names the pictures' list, whose turns are counted
     * @param known what is known of a picture
     */
    synchronized List<PictureKey> order(
            String list, Context context, List<PictureKey> there, Function<PictureKey, Arm> known) {
        if (there.isEmpty()) return List.of();
        List<Arm> arms = there.stream().map(known).toList();
        Evidence all =
                Evidence.of(0.5, 2).plus(arms.stream().map(Arm::everybody).reduce(Evidence.NONE, Evidence::plus));
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < there.size(); i++)
            drawn.add(
                    new Drawn(there.get(i), Belief.of(arms.get(i), context, all).sample(random)));
        drawn.sort(Comparator.comparingDouble(Drawn::rate).reversed());
        List<PictureKey> order =
                new ArrayList<>(drawn.stream().map(Drawn::picture).toList());
        takeTurns(list, there, order);
        return order;
    }

    private void takeTurns(String list, List<PictureKey> there, List<PictureKey> order) {
        if (turns.size() > MOST_LISTS) turns.clear();
        Turns line = turns.computeIfAbsent(list, first -> startAnywhere(there));
        int last = Math.min(SCREEN, order.size()) - 1;
        Optional<PictureKey> next = line.next(there);
        next.map(order::indexOf)
                .filter(place -> place > last)
                .ifPresent(place -> order.add(last, order.remove((int) place)));
        line.served(order.subList(0, last + 1));
    }

    /** So that of several functions not all begin with the same picture. */
    private Turns startAnywhere(List<PictureKey> there) {
        List<PictureKey> mixed = new ArrayList<>(there);
        for (int i = mixed.size() - 1; i > 0; i--) Collections.swap(mixed, i, random.nextInt(i + 1));
        Turns line = new Turns();
        line.served(mixed);
        return line;
    }
}
