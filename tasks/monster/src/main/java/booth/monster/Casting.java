package booth.monster;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import booth.core.job.Seed;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Who wears what in each picture of a job: the same seed casts the same. No face wears a mask in two pictures unless it
 * was asked for by name, and faces beside each other wear different ones, both as long as there are enough.
 */
final class Casting {
    /** Faces are beside each other up to here, in widths of the wider one. */
    private static final double BESIDE = 2.5;

    /**
     * A face that wears a mask.
     *
     * @param number from 1, the largest first
     */
    record Role(int number, Point2D middle, double width) {
        boolean beside(Role other) {
            return middle.distance(other.middle) < BESIDE * Math.max(width, other.width);
        }
    }

    /**
     * What is worn in one picture.
     *
     * @param masks by the number of the face
     */
    record Cast(Map<Integer, MonsterMask> masks) {
        Cast {
            masks = Map.copyOf(masks);
        }

        MonsterMask of(int number) {
            MonsterMask mask = masks.get(number);
            if (mask == null) throw new IllegalArgumentException("Face " + number + " wears no mask.");
            return mask;
        }
    }

    private final Catalogue catalogue;
    private final Wish wish;
    private final List<Role> fromTheLeft;
    private final Random dice;
    private final Map<Integer, Set<MonsterMask>> wornBefore = new HashMap<>();

    Casting(Catalogue catalogue, Wish wish, List<Role> roles, Seed seed) {
        this.catalogue = catalogue;
        this.wish = wish;
        fromTheLeft = new ArrayList<>(roles);
        fromTheLeft.sort(comparingDouble(role -> role.middle().getX()));
        dice = new Random(seed.value());
    }

    /** The cast of the next picture. */
    Cast next() {
        List<MonsterMask> shuffled = new ArrayList<>(catalogue.masks());
        Collections.shuffle(shuffled, dice);
        Map<Integer, MonsterMask> cast = new HashMap<>();
        Map<MonsterMask, Integer> times = new HashMap<>();
        for (int place = 0; place < fromTheLeft.size(); place++) {
            Role role = fromTheLeft.get(place);
            MonsterMask mask = choose(role, place, shuffled, cast, times);
            cast.put(role.number(), mask);
            times.merge(mask, 1, Integer::sum);
            wornBefore.computeIfAbsent(role.number(), first -> new HashSet<>()).add(mask);
        }
        return new Cast(cast);
    }

    private MonsterMask choose(
            Role role,
            int place,
            List<MonsterMask> shuffled,
            Map<Integer, MonsterMask> cast,
            Map<MonsterMask, Integer> times) {
        List<MonsterMask> pool = new ArrayList<>(shuffled);
        wish.of(place).ifPresent(choice -> pool.retainAll(choice.masks()));
        Set<MonsterMask> before = wornBefore.getOrDefault(role.number(), Set.of());
        Set<MonsterMask> beside = beside(role, cast);
        return Collections.min(
                pool,
                comparingInt((MonsterMask mask) -> before.contains(mask) ? 1 : 0)
                        .thenComparingInt(mask -> beside.contains(mask) ? 1 : 0)
                        .thenComparingInt(mask -> times.getOrDefault(mask, 0)));
    }

    private Set<MonsterMask> beside(Role role, Map<Integer, MonsterMask> cast) {
        Set<MonsterMask> beside = new HashSet<>();
        for (Role other : fromTheLeft) {
            MonsterMask worn = cast.get(other.number());
            if (worn != null && other.beside(role)) beside.add(worn);
        }
        return beside;
    }
}
