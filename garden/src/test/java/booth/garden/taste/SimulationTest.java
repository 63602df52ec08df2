package booth.garden.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the recommendation is good for, in halls of guests with hidden tastes; every figure is the same each time. */
class SimulationTest {
    static final int PICTURES = 60;

    private static Evening evening(long seed, Policy policy, int likes) {
        return new Evening(new Hall(PICTURES, seed), policy).until(likes);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void guestsLikeMoreThanAtRandomOrOfTheNewestWithinFiveHundredLikes(long seed) {
        double bandit = evening(seed, Policy.bandit(seed), 500).pleasure();

        assertThat(bandit)
                .isGreaterThan(1.15 * evening(seed, Policy.random(seed), 500).pleasure())
                .isGreaterThan(1.05 * evening(seed, Policy.newestFirst(), 500).pleasure());
    }

    @Test
    void overAllHallsItDoesAlsoBetterThanTheMostLiked() {
        assertThat(mean(Policy::bandit, 1000))
                .isGreaterThan(1.1 * mean(seed -> Policy.mostLiked(), 1000))
                .isGreaterThan(1.7 * mean(Policy::random, 1000));
    }

    private static double mean(LongFunction<Policy> policy, int likes) {
        return LongStream.rangeClosed(1, 8)
                .mapToDouble(seed -> evening(seed, policy.apply(seed), likes).pleasure())
                .average()
                .orElseThrow();
    }

    @Test
    void regretGrowsSlowerAndSlower() {
        List<Evening.Moment> moments = evening(1, Policy.bandit(1), 4000).moments();

        assertThat(perGuest(moments, 3000, 4000)).isLessThan(0.75 * perGuest(moments, 0, 500));
    }

    @Test
    void aTasteThatChangesIsFollowed() {
        Hall hall = new Hall(PICTURES, 3);
        Evening evening = new Evening(hall, Policy.bandit(3)).until(3000);
        hall.drift();
        List<Evening.Moment> moments = evening.until(8000).moments();

        double settled = perGuest(moments, 2500, 3000);
        double surprised = perGuest(moments, 3000, 3500);
        assertThat(surprised).isGreaterThan(1.1 * settled);
        assertThat(perGuest(moments, 7000, 8000)).isLessThan(0.9 * surprised);
    }

    /** How much a guest missed, on an average between two likes. */
    private static double perGuest(List<Evening.Moment> moments, int from, int to) {
        Evening.Moment first = moments.get(from);
        Evening.Moment last = moments.get(to - 1);
        return (last.regret() - first.regret()) / (last.guests() - first.guests());
    }

    @Test
    void theSameSeedDoesTheSame() {
        assertThat(evening(5, Policy.bandit(5), 300).moments())
                .isEqualTo(evening(5, Policy.bandit(5), 300).moments());
    }
}
