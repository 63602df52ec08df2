package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Ground;
import booth.painter.garden.plant.Shrub;
import booth.painter.garden.plant.Tree;
import booth.painter.garden.thing.Bench;
import booth.painter.garden.thing.Lamp;
import booth.painter.garden.wish.Mood;
import java.util.ArrayList;
import java.util.List;

/** What all layouts plant and put up; a layout adds its own. */
abstract class Planting {
    final Garden garden;
    final Ground ground;
    final List<Item> items = new ArrayList<>();

    Planting(Garden garden) {
        this.garden = garden;
        this.ground = garden.ground();
    }

    void trees(int count, float from, float to) {
        for (int i = 0; i < count; i++) {
            float away = from + (to - from) * (i + garden.between(0, 1)) / count;
            float right = garden.between(-.62, .62) * away * garden.canvas().width / ground.focal();
            boolean spire = garden.chance(garden.winter() ? .5 : .22) && garden.mood() != Mood.FEAR;
            float tall = garden.between(3.6, 6);
            item(away, right, (x, y, metre, d) -> {
                if (spire) {
                    Shrub.spire(garden, x, y, metre * (garden.winter() ? 1.3f : .55f), metre * tall, d);
                } else {
                    Tree.grown(garden, d).paint(x, y, metre * tall);
                }
            });
        }
        int bushes = count * 2;
        for (int i = 0; i < bushes; i++) {
            float away = from + (to - from) * .7f * garden.between(0, 1);
            shrub(garden.between(-.6, .6) * away * garden.canvas().width / ground.focal(), away);
        }
    }

    void shrub(float right, float away) {
        item(
                away,
                right,
                (x, y, metre, d) -> Shrub.bush(
                        garden,
                        x,
                        y,
                        metre * garden.between(.5, 1.1),
                        metre * garden.between(.5, 1.2),
                        d,
                        garden.leaf(),
                        garden.winter() ? .02f : .1f,
                        garden.petal()));
    }

    void lamps(int count) {
        for (int i = 0; i < count; i++) {
            float right = (i % 2 == 0 ? 1 : -1) * garden.between(1.5, 2.4);
            item(ground.nearest() * (1.5f + 1.3f * i), right, (x, y, metre, d) -> Lamp.paint(garden, x, y, metre, d));
        }
    }

    void maybeBench() {
        if (garden.chance(garden.mood() == Mood.SAD ? 1 : .4)) {
            float right = garden.between(1.8, 3) * (garden.chance(.5) ? 1 : -1);
            item(ground.nearest() * 2.2f, right, (x, y, metre, d) -> Bench.paint(garden, x, y, metre, d));
        }
    }

    void item(float away, float right, Standing thing) {
        items.add(new Item(away, () -> {
            float row = ground.row(away);
            thing.paint(ground.column(right, away), row, ground.scale(row), away);
        }));
    }

    /** Something painted where it stands. */
    @FunctionalInterface
    interface Standing {
        void paint(float x, float y, float metre, float away);
    }
}
