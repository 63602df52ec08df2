package booth.garden.taste;

import static org.assertj.core.api.Assertions.assertThat;

import booth.garden.pictures.PictureKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No picture starves. */
class TurnsTest {
    private static List<PictureKey> pictures(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> PictureKey.of("emotions/happy/img_20261122-093000_" + i + "h.jpeg"))
                .toList();
    }

    /** A tally in which all but one picture were liked by everybody, and that one by nobody. */
    private static Tally unfairTo(PictureKey ugly, List<PictureKey> all) {
        Tally tally = new Tally();
        for (int guest = 0; guest < 100; guest++)
            for (PictureKey picture : all)
                if (!picture.equals(ugly))
                    tally.count(Likes.of("guest" + guest, picture.key(), picture.key(), ugly.key()));
        return tally;
    }

    @Test
    void thePictureThatNobodyLikesIsAmongTheFirstWithinTheBound() {
        List<PictureKey> all = pictures(0, 20);
        PictureKey ugly = all.get(7);
        Tally tally = unfairTo(ugly, all);
        Ranking ranking = new Ranking(new Random(1));

        List<Integer> seen = new ArrayList<>();
        for (int answer = 0; answer < 1000; answer++)
            if (first(ranking, all, tally).contains(ugly)) seen.add(answer);

        assertThat(seen).hasSizeBetween(1000 / (Turns.EVERY * all.size()), 60);
        assertThat(longestWait(seen, 1000)).isLessThanOrEqualTo(Turns.EVERY * all.size());
    }

    @Test
    void nobodyWaitsLongerThanTheBoundThoughPicturesKeepComing() {
        Map<PictureKey, Integer> waits = new HashMap<>();
        Ranking ranking = new Ranking(new Random(2));
        Tally nothing = new Tally();
        for (int answer = 0; answer < 2000; answer++) {
            List<PictureKey> there =
                    pictures(answer / 10, 30 + answer / 10); // one comes and one goes every ten answers
            List<PictureKey> first = first(ranking, there, nothing);
            waits.keySet().retainAll(there);
            there.forEach(picture -> waits.merge(picture, 1, Integer::sum));
            first.forEach(picture -> waits.put(picture, 0));
            assertThat(waits.values()).allSatisfy(wait -> assertThat(wait).isLessThanOrEqualTo(Turns.EVERY * 30));
        }
    }

    @Test
    void ofTwoFunctionsNotBothBeginWithTheSamePicture() {
        List<PictureKey> all = pictures(0, 200);

        assertThat(firstTurn(1, all)).isNotEqualTo(firstTurn(2, all));
    }

    private static PictureKey firstTurn(long seed, List<PictureKey> all) {
        Ranking ranking = new Ranking(new Random(seed));
        List<PictureKey> first = List.of();
        for (int i = 0; i < Turns.EVERY; i++) first = first(ranking, all, new Tally());
        return first.get(Ranking.SCREEN - 1);
    }

    private static List<PictureKey> first(Ranking ranking, List<PictureKey> there, Tally tally) {
        return ranking.order("happy", Context.UNKNOWN, there, tally::of).subList(0, Ranking.SCREEN);
    }

    private static int longestWait(List<Integer> seen, int end) {
        int longest = seen.get(0);
        for (int i = 1; i < seen.size(); i++) longest = Math.max(longest, seen.get(i) - seen.get(i - 1));
        return Math.max(longest, end - seen.get(seen.size() - 1));
    }
}
