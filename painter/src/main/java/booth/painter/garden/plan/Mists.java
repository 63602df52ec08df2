package booth.painter.garden.plan;

import booth.painter.garden.look.Garden;
import booth.painter.garden.look.Ground;
import booth.painter.garden.wish.Mood;
import booth.painter.motif.Air;
import booth.painter.stage.Hour;
import java.util.ArrayList;
import java.util.List;

/** Mist between far and near things: a breath at the horizon always, banks of it at dawn and in some moods. */
final class Mists {
    private Mists() {}

    static List<Item> of(Garden garden) {
        Ground ground = garden.ground();
        List<Item> banks = new ArrayList<>();
        banks.add(bank(garden, garden.look().sight(), garden.unit() * 26, .42f));
        boolean fog = garden.mood() == Mood.FEAR;
        if (fog
                || garden.mood() == Mood.CALM
                || garden.mood() == Mood.SAD
                || garden.wish().hour() == Hour.DAWN) {
            float tall = (ground.bottom() - ground.horizon()) * (fog ? .3f : .2f);
            banks.add(bank(
                    garden, ground.nearest() * 5, tall, fog || garden.look().sharp() == 1 ? .75f : .5f));
            banks.add(bank(garden, ground.nearest() * 2.4f, tall * .8f, fog ? .6f : .3f));
        }
        if (fog) {
            banks.add(bank(garden, ground.nearest() * 1.5f, (ground.bottom() - ground.horizon()) * .22f, .5f));
        }
        return banks;
    }

    private static Item bank(Garden garden, float away, float half, float strength) {
        return new Item(
                away,
                () -> Air.mist(garden.canvas(), garden.stage(), garden.ground().row(away), half, strength));
    }
}
