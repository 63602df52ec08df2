package booth.garden.taste;

import booth.garden.pictures.PictureKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A way to choose which pictures come first. */
interface Policy {
    List<PictureKey> order(Guest guest, List<PictureKey> newestFirst);

    void learn(Like like);

    static Policy bandit(long seed) {
        Tally tally = new Tally();
        Ranking ranking = new Ranking(new Random(seed));
        return new Policy() {
            @Override
            public List<PictureKey> order(Guest guest, List<PictureKey> newestFirst) {
                return ranking.order("happy", guest.context(), newestFirst, tally::of);
            }

            @Override
            public void learn(Like like) {
                tally.count(like);
            }
        };
    }

    static Policy random(long seed) {
        Random random = new Random(seed);
        return of(newestFirst -> {
            List<PictureKey> order = new ArrayList<>(newestFirst);
            Collections.shuffle(order, random);
            return order;
        });
    }

    static Policy newestFirst() {
        return of(pictures -> pictures);
    }

    static Policy mostLiked() {
        Map<PictureKey, Integer> likes = new HashMap<>();
        return new Policy() {
            @Override
            public List<PictureKey> order(Guest guest, List<PictureKey> newestFirst) {
                List<PictureKey> order = new ArrayList<>(newestFirst);
                order.sort(Comparator.comparing((PictureKey picture) -> likes.getOrDefault(picture, 0))
                        .reversed());
                return order;
            }

            @Override
            public void learn(Like like) {
                likes.merge(like.item(), 1, Integer::sum);
            }
        };
    }

    private static Policy of(java.util.function.UnaryOperator<List<PictureKey>> order) {
        return new Policy() {
            @Override
            public List<PictureKey> order(Guest guest, List<PictureKey> newestFirst) {
                return order.apply(newestFirst);
            }

            @Override
            public void learn(Like like) {
                // knows what it wants
            }
        };
    }
}
