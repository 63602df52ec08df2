package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Ground;
import booth.painter.garden.look.Leafage;
import booth.painter.garden.plant.Shrub;
import booth.painter.garden.wish.Season;
import booth.painter.raster.Petal;
import booth.painter.raster.Rgb;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/** Everything on the ground, painted from far to near: what grows by what covers a place, and the items between. */
final class Growth {
    private static final float STEP = .19f;
    private static final float BELOW = .9f;

    private final Garden garden;
    private final Layout layout;
    private final Beds beds;

    Growth(Garden garden, Layout layout, float drift) {
        this.garden = garden;
        this.layout = layout;
        beds = new Beds(garden, drift);
    }

    void paint() {
        Ground ground = garden.ground();
        Deque<Item> items = new ArrayDeque<>(Stream.concat(layout.items().stream(), Mists.of(garden).stream())
                .sorted(Comparator.comparing(Item::away).reversed())
                .toList());
        float shore = layout.shore() > 0 ? ground.row(layout.shore()) : Float.MAX_VALUE;
        float row = ground.horizon() + 2;
        float end = ground.bottom() + ground.near() * BELOW;
        while (row < end) {
            while (!items.isEmpty() && items.peek().away() >= ground.away(row)) {
                items.poll().paint().run();
            }
            if (row >= shore) {
                new Pond(garden, layout, shore).paint();
                shore = Float.MAX_VALUE;
            }
            plant(row);
            float deep = (row - ground.horizon()) / ground.eye() / ground.away(row) * STEP;
            row += Math.max(2 * garden.unit(), deep * 1.25f);
        }
        items.forEach(item -> item.paint().run());
    }

    private void plant(float row) {
        Ground ground = garden.ground();
        float metre = ground.scale(row);
        float away = ground.away(row);
        float step = Math.max(3 * garden.unit(), STEP * metre);
        float margin = step * 2;
        for (float x = -margin + garden.between(0, step); x < garden.canvas().width + margin; x += step) {
            float px = x + garden.between(-.4, .4) * step;
            float right = (px - ground.middle()) / metre;
            grow(layout.map().at(right, away), px, row + garden.between(-.3, .3) * step * .4f, right, metre, away);
        }
    }

    private void grow(Cover cover, float x, float y, float right, float metre, float away) {
        Leafage leaves = garden.look().leaves().get(0);
        switch (cover) {
            case BED -> beds.at(right, away).paint(x, y, metre, away);
            case MEADOW -> {
                if (garden.chance(.6)) {
                    Shrub.tuft(garden, x, y, .3f * metre * garden.between(.6, 1.2), away, leaves);
                }
                if (garden.chance(.34)) {
                    beds.at(right, away).paint(x, y, metre, away);
                }
            }
            case LAWN -> lawn(x, y, metre, away, leaves);
            case HEDGE -> hedge(x, y, metre, away, leaves);
            case PATH, STONE -> litter(x, y, metre, away, .05f);
            case WATER -> {}
        }
    }

    private void lawn(float x, float y, float metre, float away, Leafage leaves) {
        if (garden.look().snow() < .7f && garden.chance(.5)) {
            Shrub.tuft(garden, x, y, .07f * metre * garden.between(.6, 1.4), away, leaves);
        }
        if (garden.chance(.05) && garden.look().snow() < .3f) {
            garden.brush().dot(x, y, Math.max(.8f, .016f * metre), garden.tone(garden.petal(), .9f, away), .9f, 1);
        }
        litter(x, y, metre, away, .12f);
    }

    /** Fallen leaves in autumn, fallen petals in spring. */
    private void litter(float x, float y, float metre, float away, float share) {
        boolean autumn = garden.wish().season() == Season.AUTUMN;
        boolean spring = garden.wish().season() == Season.SPRING;
        if (!autumn && !spring || !garden.chance(autumn ? share * 3 : share)) {
            return;
        }
        Rgb own = autumn ? garden.leaf().bright() : garden.petal().mix(Rgb.hex(0xFFC8DC), .5f);
        float size = Math.max(1.4f, metre * (autumn ? .07f : .035f));
        garden.brush()
                .petal(
                        Petal.POINTED,
                        x,
                        y,
                        garden.between(0, 6.28),
                        size,
                        size * .5f,
                        garden.tone(own.times(.8f), .7f, away),
                        garden.tone(own, .95f, away),
                        .95f,
                        1);
    }

    /** A clipped hedge: leaves stacked from the ground to its top, which catches the light. */
    private void hedge(float x, float y, float metre, float away, Leafage leaves) {
        float tall = 1.05f * metre;
        float leaf = Math.max(1.3f, Math.min(.05f * metre, 7 * garden.unit()));
        int stack = (int) Math.min(16, tall / leaf);
        for (int i = 0; i <= stack; i++) {
            float up = i / (float) stack;
            boolean top = i >= stack - 1;
            float lit = top ? .8f + garden.between(-.15, .2) : .1f + .32f * up + garden.between(-.1, .14);
            Rgb own = leaves.dark().mix(leaves.bright(), Math.max(0, Math.min(1, lit)));
            if (top && garden.chance(garden.look().snow())) {
                own = Rgb.hex(0xF4F8FF);
            }
            garden.brush()
                    .dab(
                            x + garden.between(-1, 1) * leaf * 1.4f,
                            y - up * tall + garden.between(-.5, .5) * leaf,
                            leaf * 1.2f,
                            leaf * .75f,
                            garden.between(0, 3.1),
                            garden.tone(own, Math.max(.15f, lit), away),
                            .95f,
                            1.1f);
        }
    }
}
