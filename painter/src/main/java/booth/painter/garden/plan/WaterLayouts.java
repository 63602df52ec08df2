package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.plant.Tree;
import booth.painter.garden.thing.Balustrade;
import booth.painter.garden.thing.Bridge;

/** Gardens around water. */
final class WaterLayouts extends Planting {
    WaterLayouts(Garden garden) {
        super(garden);
    }

    Layout pond() {
        float cx = garden.between(-1.2, 1.2);
        float near = ground.nearest();
        float middle = near * 1.9f + 1;
        float deep = middle - near * .95f;
        float wide = Math.max(3.6f, near * .85f);
        float far = middle + deep;
        if (garden.chance(.6)) {
            item(
                    far + 2.5f,
                    garden.between(-wide, wide),
                    (x, y, metre, away) -> Tree.willow(garden, away).paint(x, y, metre * 5.5f));
        }
        trees(5, far + 3, 40);
        for (int i = 0; i < 7; i++) {
            shrub(garden.between(-wide * 1.4, wide * 1.4), far + garden.between(.8, 4));
        }
        return new Layout(
                (right, away) -> {
                    float u = (right - cx) / wide;
                    float v = (away - middle) / deep;
                    float out = u * u + v * v + .12f * (float) Math.sin(right * 1.7 + away);
                    return out < 1 ? Cover.WATER : out < 1.9f ? Cover.BED : Cover.LAWN;
                },
                items,
                far * 1.06f);
    }

    Layout bridge() {
        float near = ground.nearest();
        float at = near * 2.1f;
        float end = at + 7;
        item(
                at,
                0,
                (x, y, metre, d) ->
                        Bridge.paint(garden, x, y, Math.min(metre * 3.1f, garden.canvas().width * .44f), metre, d));
        trees(6, end + 1, 40);
        item(
                end + 1,
                garden.between(-3, 3),
                (x, y, metre, d) -> Tree.willow(garden, d).paint(x, y, metre * 5));
        for (int i = 0; i < 8; i++) {
            shrub(garden.between(2.2, 5) * (i % 2 == 0 ? 1 : -1), garden.between(at * .95, end));
        }
        return new Layout(
                (right, d) -> {
                    float from = Math.abs(right - .6f * (float) Math.sin(d * .5));
                    float half = 2.1f + .25f * (float) Math.sin(d * 1.3);
                    return d < end && from < half ? Cover.WATER : from < half + 1.9f ? Cover.BED : Cover.LAWN;
                },
                items,
                end);
    }

    Layout terrace() {
        float at = ground.nearest() * 1.7f;
        item(at, 0, (x, y, metre, d) -> Balustrade.paint(garden, y, metre, d));
        trees(14, at + 8, 60);
        return new Layout(
                (right, d) -> {
                    if (d < at + .1f) {
                        return Math.abs(right) > 1.5f ? Cover.BED : Cover.STONE;
                    }
                    float lake = (float) Math.hypot(right * .5 - 2, (d - at - 16) * .8);
                    return lake < 5
                            ? Cover.WATER
                            : (int) (d * .35 + Math.sin(right * .3)) % 2 == 0 ? Cover.MEADOW : Cover.LAWN;
                },
                items,
                at + 22.5f);
    }
}
