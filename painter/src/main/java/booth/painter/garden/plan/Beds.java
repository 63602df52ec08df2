package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.plant.Flower;
import booth.painter.garden.wish.Species;
import booth.painter.raster.Noise;
import booth.painter.raster.Rgb;
import java.util.List;

/** Which flower grows where: drifts a metre or two wide, each of one species and one or two colours. */
final class Beds {
    private final Garden garden;
    private final List<Species> species;
    private final List<Rgb> petals;
    private final int salt;
    private final float wide;

    Beds(Garden garden, float wide) {
        this.garden = garden;
        this.wide = wide;
        species = garden.kinds();
        petals = garden.look().petals();
        salt = garden.stage().dice().nextInt();
    }

    Flower at(float right, float away) {
        Noise noise = garden.stage().noise();
        float stray = noise.at(right * .9f, away * .5f);
        int column = (int) Math.floor(right / wide + stray * .45f);
        int row = (int) Math.floor(away / (wide * 1.5f) + stray * .5f + column * .37f);
        int h = mixed(column * 73856093 ^ row * 19349663 ^ salt);
        Species kind = species.get(Math.floorMod(h, species.size()));
        boolean other = garden.chance(.16);
        Rgb colour = petals.get(Math.floorMod((h >> 8) + (other ? 1 : 0), petals.size()));
        return new Flower(garden, kind, colour);
    }

    private static int mixed(int h) {
        h ^= h >>> 16;
        h *= 0x7FEB352D;
        h ^= h >>> 15;
        h *= 0x846CA68B;
        return h ^ h >>> 16;
    }
}
