package booth.painter.garden.plan;

import booth.painter.garden.beast.Cat;
import booth.painter.garden.beast.Dog;
import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Ground;
import booth.painter.garden.wish.Animal;
import java.util.ArrayList;
import java.util.List;

/** Finds dogs and cats a place where they are seen: open ground, and nothing tall before it. */
final class Inhabitants {
    private static final int TRIES = 60;
    private static final float CLEARING = .42f;
    private static final float PAWS = .3f;

    private Inhabitants() {}

    /** The layout with its animals, each in a clearing of its own. */
    static Layout settled(Garden garden, Layout layout) {
        Layout settled = layout;
        List<float[]> taken = new ArrayList<>();
        for (Animal animal : List.of(Animal.DOG, Animal.CAT)) {
            if (garden.has(animal)) {
                float[] at = free(garden, layout, taken);
                taken.add(at);
                settled = with(garden, settled, animal, at);
            }
        }
        return settled;
    }

    private static Layout with(Garden garden, Layout layout, Animal animal, float[] at) {
        List<Item> items = new ArrayList<>(layout.items());
        items.add(new Item(at[1], () -> {
            if (animal == Animal.DOG) {
                Dog.paint(garden, at[0], at[1]);
            } else {
                Cat.paint(garden, at[0], at[1]);
            }
        }));
        Layout.Map map = layout.map();
        return new Layout(
                (right, away) -> {
                    Cover cover = map.at(right, away);
                    boolean before = away < at[1] + .15f && Math.abs(right * at[1] / away - at[0]) < CLEARING;
                    boolean high = cover == Cover.BED || cover == Cover.MEADOW || cover == Cover.HEDGE;
                    return before && high ? Cover.LAWN : cover;
                },
                items,
                layout.shore());
    }

    private static float[] free(Garden garden, Layout layout, List<float[]> taken) {
        Ground ground = garden.ground();
        float near = ground.nearest();
        float[] best = {taken.size() * PAWS * 3, near * 1.08f};
        float most = -1;
        for (int i = 0; i < TRIES; i++) {
            float away = near * garden.between(1.02, 1.75);
            float right = garden.between(-.4, .4) * garden.canvas().width / ground.focal() * away;
            float score = open(layout, right, away, near) - .3f * away / near + garden.between(0, .12);
            boolean alone =
                    taken.stream().allMatch(other -> Math.abs(right / away - other[0] / other[1]) * near > PAWS * 2.2f);
            if (alone && onLand(layout, right, away) && score > most) {
                most = score;
                best = new float[] {right, away};
            }
        }
        return best;
    }

    private static boolean onLand(Layout layout, float right, float away) {
        return layout.map().at(right, away) != Cover.WATER
                && layout.map().at(right - PAWS, away) != Cover.WATER
                && layout.map().at(right + PAWS, away) != Cover.WATER
                && layout.map().at(right, away - PAWS) != Cover.WATER;
    }

    /** The share of the ground between a place and the picture's foot on which nothing tall grows. */
    private static float open(Layout layout, float right, float away, float near) {
        int clear = 0;
        int samples = 0;
        for (float d = away; d > near * .85f; d -= .12f) {
            for (float aside = -PAWS; aside <= PAWS; aside += PAWS) {
                Cover cover = layout.map().at(right * d / away + aside, d);
                samples++;
                if (cover != Cover.BED && cover != Cover.MEADOW && cover != Cover.HEDGE) {
                    clear++;
                }
            }
        }
        return clear / (float) samples;
    }
}
