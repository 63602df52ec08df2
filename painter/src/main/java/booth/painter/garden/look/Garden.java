package booth.painter.garden.look;

import booth.painter.garden.wish.Animal;
import booth.painter.garden.wish.GardenWish;
import booth.painter.garden.wish.Mood;
import booth.painter.garden.wish.Season;
import booth.painter.garden.wish.Species;
import booth.painter.raster.Brush;
import booth.painter.raster.Canvas;
import booth.painter.raster.Rgb;
import booth.painter.stage.Hour;
import booth.painter.stage.Stage;
import java.util.List;

/** What everybody who paints a part of one garden needs: wish, colours, space, dice, canvas and brush. */
public record Garden(Stage stage, Canvas canvas, Brush brush, GardenWish wish, Look look, Ground ground) {

    public float unit() {
        return stage.unit();
    }

    public float between(double from, double to) {
        return stage.between(from, to);
    }

    public <T> T oneOf(List<T> things) {
        return things.get(stage.dice().nextInt(things.size()));
    }

    public boolean chance(double of) {
        return stage.dice().nextDouble() < of;
    }

    public Rgb tone(Rgb own, float lit, float metres) {
        return look.tone(own, lit, metres);
    }

    public Mood mood() {
        return wish.mood();
    }

    public boolean night() {
        return wish.hour() == Hour.NIGHT;
    }

    public boolean winter() {
        return wish.season() == Season.WINTER;
    }

    public boolean has(Animal animal) {
        return wish.animals().contains(animal);
    }

    /** Which way the light comes from: −1 from the left, 1 from the right, less when it stands high in the middle. */
    public float side() {
        return Math.max(-1, Math.min(1, (stage.light().sunX() - canvas.width / 2f) / (canvas.width * .35f)));
    }

    public Rgb petal() {
        return oneOf(look.petals());
    }

    public Leafage leaf() {
        return oneOf(look.leaves());
    }

    /** What stands in the beds: the flowers asked for, or those of mood and season. */
    public List<Species> kinds() {
        return wish.flowers().isEmpty()
                ? Species.of(wish.mood(), wish.season())
                : wish.flowers().stream().sorted().toList();
    }

    /** A soft shadow of a thing standing at a place, as long as the hour has it. */
    public void shadow(float x, float y, float half, float tall) {
        float length = (wish.hour() == Hour.DAY ? .35f : 1.1f) * tall * look.sharp();
        float flat = Math.max(2, half * .3f);
        Rgb dark = look.sky().dark();
        float way = -side();
        float reach = Math.min(canvas.width * .4f, half + length);
        brush.dab(
                x + way * (reach - half) * .7f,
                y + flat * .2f,
                reach,
                flat,
                0,
                dark,
                .12f + .2f * look.sharp(),
                flat * 1.4f);
        brush.dab(x, y, half, flat * .8f, 0, dark, .28f, flat);
    }
}
