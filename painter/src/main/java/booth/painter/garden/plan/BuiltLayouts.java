package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.plant.Shrub;
import booth.painter.garden.thing.Arch;
import booth.painter.garden.thing.Fountain;
import booth.painter.garden.thing.Glasshouse;
import booth.painter.garden.thing.Wall;

/** Gardens with something built in their middle. */
final class BuiltLayouts extends Planting {
    BuiltLayouts(Garden garden) {
        super(garden);
    }

    Layout arches() {
        float first = ground.nearest() * garden.between(1.35, 1.7);
        int count = garden.chance(.5) ? 1 : 4;
        for (int i = 0; i < count; i++) {
            item(first + i * 2.4f, 0, (x, y, metre, away) -> Arch.paint(garden, x, y, metre, away));
        }
        trees(6, first + 9, 40);
        float half = garden.between(.55, .75);
        return new Layout(
                (right, away) -> {
                    float from = Math.abs(right);
                    return from < half ? Cover.STONE : from < half + 1.9f ? Cover.BED : Cover.LAWN;
                },
                items,
                0);
    }

    Layout wall() {
        float away = ground.nearest() * garden.between(2, 2.5);
        float door = garden.between(-.22, .22) * away;
        trees(4, away + 2, away + 9);
        item(away, door, (x, y, metre, d) -> Wall.paint(garden, x, y, metre, d));
        float half = .6f;
        return new Layout(
                (right, d) -> {
                    float way = door + (float) Math.sin((d - away) * .5) * .5f * (d - away) / away;
                    float from = Math.abs(right - way);
                    return from < half ? Cover.STONE : from < half + 2.6f || d > away - 1 ? Cover.BED : Cover.LAWN;
                },
                items,
                0);
    }

    Layout glasshouse() {
        float away = ground.nearest() * 3 + 6;
        item(away, garden.between(-1.5, 1.5), (x, y, metre, d) -> Glasshouse.paint(garden, x, y, metre, d));
        trees(4, away + 3, away + 20);
        for (int i = -2; i <= 2; i++) {
            float right = i * 2.7f + (i < 0 ? -1.2f : 1.2f);
            item(away - 2.5f, right, (x, y, metre, d) -> Shrub.spire(garden, x, y, metre * .32f, metre * 1.7f, d));
        }
        return new Layout(
                (right, d) -> {
                    float from = Math.abs(right);
                    float band = d % 3.4f;
                    if (from < .75f || band < .7f && d < away - 1) {
                        return Cover.PATH;
                    }
                    return from < 6.5f && d < away - 2 ? Cover.BED : Cover.LAWN;
                },
                items,
                0);
    }

    Layout fountain() {
        float at = ground.nearest() * 1.75f + .6f;
        item(at, 0, (x, y, metre, d) -> Fountain.paint(garden, x, y, metre, d));
        trees(7, at + 6, 40);
        for (int i = 0; i < 6; i++) {
            float right = (i % 2 == 0 ? 1 : -1) * garden.between(4.2, 4.8);
            item(
                    at + (i / 2) * 2.4f - 1,
                    right,
                    (x, y, metre, d) -> Shrub.spire(garden, x, y, metre * .36f, metre * 2.1f, d));
        }
        return new Layout(
                (right, d) -> {
                    float distance = (float) Math.hypot(right, d - at);
                    if (distance < 2.5f || Math.abs(right) < .6f && d < at) {
                        return Cover.STONE;
                    }
                    return distance < 4 || Math.abs(right) < 2.2f && d < at ? Cover.BED : Cover.LAWN;
                },
                items,
                0);
    }
}
