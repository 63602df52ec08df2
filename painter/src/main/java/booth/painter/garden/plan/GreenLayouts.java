package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.plant.Tree;
import booth.painter.garden.thing.Fountain;
import booth.painter.garden.wish.Season;

/** Gardens of beds, hedges and trees alone. */
final class GreenLayouts extends Planting {
    GreenLayouts(Garden garden) {
        super(garden);
    }

    Layout path() {
        float sway = garden.between(.8, 2.2) * (garden.chance(.5) ? 1 : -1);
        float phase = garden.between(0, 6);
        float half = garden.between(.45, .7);
        trees(6, 9, 40);
        lamps(2);
        maybeBench();
        return new Layout(
                (right, away) -> {
                    float from = Math.abs(right
                            - sway * (float) (Math.sin(away * .16 + phase) - Math.sin(4 * .16 + phase) * .8));
                    return from < half ? Cover.PATH : from < half + 2.4f ? Cover.BED : Cover.LAWN;
                },
                items,
                0);
    }

    Layout maze() {
        float cell = garden.between(2, 2.6);
        int salt = garden.stage().dice().nextInt(1000);
        float centre = garden.between(9, 13);
        boolean rings = garden.chance(.5);
        item(centre, 0, (x, y, metre, away) -> Fountain.paint(garden, x, y, metre * 1.2f, away));
        trees(5, 26, 50);
        return new Layout(
                (right, away) -> {
                    if (rings) {
                        float distance = (float) Math.hypot(right, (away - centre) * .95);
                        float ring = distance / 1.55f;
                        boolean gap =
                                Math.abs(Math.atan2(right, away - centre) - ((int) ring * 2.4 + salt) % 3.1) < .22;
                        return distance > 1.6f && ring - (int) ring < .36f && !gap && distance < 11
                                ? Cover.HEDGE
                                : Cover.PATH;
                    }
                    float u = right / cell + 50;
                    float v = away / cell + 50;
                    boolean wallX = u - (int) u < .3f && ((int) u * 7 + (int) v * 13 + salt) % 3 != 0;
                    boolean wallZ = v - (int) v < .3f && ((int) u * 11 + (int) v * 5 + salt) % 3 != 0;
                    boolean open = Math.hypot(right, away - centre) < 1.9;
                    return (wallX || wallZ) && !open && away < 24 ? Cover.HEDGE : away < 25 ? Cover.PATH : Cover.LAWN;
                },
                items,
                0);
    }

    Layout meadow() {
        float side = garden.chance(.5) ? 1 : -1;
        float away = ground.nearest() * garden.between(1.7, 2.4);
        item(
                away,
                side * away * .22f,
                (x, y, metre, d) -> Tree.grown(garden, d).paint(x, y, metre * garden.between(4.2, 5.2)));
        trees(5, away * 2.2f, 45);
        float sway = garden.between(-1.5, 1.5);
        boolean trodden = garden.chance(.5);
        return new Layout(
                (right, d) -> trodden && Math.abs(right + sway * (float) Math.sin(d * .2) - side * .5f) < .28f
                        ? Cover.LAWN
                        : Cover.MEADOW,
                items,
                0);
    }

    Layout avenue() {
        boolean blossom = garden.wish().season() == Season.SPRING;
        for (int i = 0; i < 7; i++) {
            float away = ground.nearest() * 1.25f + i * 3.2f;
            for (float side : new float[] {-1, 1}) {
                float right = side * (2.1f + .04f * away);
                item(away, right, (x, y, metre, d) -> {
                    Tree tree = blossom ? Tree.blossoming(garden, d) : Tree.grown(garden, d);
                    tree.paint(x, y, metre * garden.between(3.8, 4.6));
                });
            }
        }
        boolean paved = garden.chance(.5);
        return new Layout(
                (right, d) -> {
                    float from = Math.abs(right);
                    return from < .95f ? paved ? Cover.STONE : Cover.PATH : from < 1.7f ? Cover.BED : Cover.LAWN;
                },
                items,
                0);
    }

    Layout rows() {
        float tilt = garden.between(-.35, .35);
        float wide = garden.between(1.1, 1.5);
        trees(4, 22, 50);
        if (garden.chance(.6)) {
            float away = ground.nearest() * 3;
            item(
                    away,
                    garden.between(-.3, .3) * away,
                    (x, y, metre, d) -> Tree.grown(garden, d).paint(x, y, metre * 4.6f));
        }
        return new Layout(
                (right, d) -> {
                    float u = (right - tilt * d) / wide + 100;
                    return u - (int) u < .66f ? Cover.BED : Cover.PATH;
                },
                items,
                0);
    }
}
