package booth.garden.taste;

import booth.garden.pictures.PictureKey;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens in a {@link Hall} under a policy, guest by guest. Each guest looks at the first screen and at the next one,
 * three pictures each.
 */
final class Evening {
    /**
     * @param likes so far
     * @param guests so far
     * @param regret how many likes more the best first screens would have got so far, to be expected
     */
    record Moment(int likes, int guests, double regret) {}

    private final List<Moment> moments = new ArrayList<>();
    private final Hall hall;
    private final Policy policy;
    private int likes;
    private int guests;
    private double regret;
    private double pleasure;

    Evening(Hall hall, Policy policy) {
        this.hall = hall;
        this.policy = policy;
    }

    Evening until(int wanted) {
        while (likes < wanted) next();
        return this;
    }

    private void next() {
        Guest guest = hall.next();
        guests++;
        List<PictureKey> order = policy.order(guest, hall.pictures());
        List<PictureKey> first = order.subList(0, Ranking.SCREEN);
        double got = hall.worth(guest.context(), first);
        pleasure += got;
        regret += hall.best(guest.context(), Ranking.SCREEN) - got;
        show(guest, first);
        show(guest, order.subList(Ranking.SCREEN, 2 * Ranking.SCREEN));
    }

    private void show(Guest guest, List<PictureKey> screen) {
        for (Like like : hall.look(guest, screen)) {
            policy.learn(like);
            moments.add(new Moment(++likes, guests, regret));
        }
    }

    /** How many likes a first screen got, to be expected, of all guests so far. */
    double pleasure() {
        return pleasure / guests;
    }

    double regret() {
        return regret;
    }

    int guests() {
        return guests;
    }

    /** One for each like. */
    List<Moment> moments() {
        return moments;
    }
}
