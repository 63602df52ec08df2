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

    private Inhabitants() {}

    /** The layout with its animals, each in a clearing of its own. */
    static Layout settled(Garden garden, Layout layout) {
        Layout settled = layout;
        for (Animal animal : List.of(Animal.DOG, Animal.CAT)) {
            if (garden.has(animal)) {
                settled = with(garden, settled, animal);
            }
        }
        return settled;
    }

    private static Layout with(Garden garden, Layout layout, Animal animal) {
        float[] at = free(garden, layout);
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

    private static float[] free(Garden garden, Layout layout) {
        Ground ground = garden.ground();
        float near = ground.nearest();
        float[] best = {0, near * 1.08f};
        float most = -1;
        for (int i = 0; i < TRIES; i++) {
            float away = near * garden.between(1.1, 1.55);
            float right = garden.between(-.36, .36) * garden.canvas().width / ground.focal() * away;
            float score = open(layout, right, away, near) + garden.between(0, .12);
            if (score > most) {
                most = score;
                best = new float[] {right, away};
            }
        }
        return best;
    }

    /** The share of the ground between a place and the picture's foot on which nothing tall grows. */
    private static float open(Layout layout, float right, float away, float near) {
        int clear = 0;
        int samples = 0;
        for (float d = away; d > near * .85f; d -= .12f) {
            for (float aside = -.3f; aside <= .3f; aside += .3f) {
                Cover cover = layout.map().at(right * d / away + aside, d);
                samples++;
                if (cover == Cover.PATH || cover == Cover.STONE || cover == Cover.LAWN) {
                    clear++;
                } else if (cover == Cover.WATER && d > away - .5f) {
                    return -1;
                }
            }
        }
        return clear / (float) samples;
    }
}
