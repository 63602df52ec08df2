package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Seed;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CastingTest {
    private static final Catalogue CATALOGUE = Catalogue.read();

    @Test
    void theSameSeedCastsTheSame() {
        assertThat(three(row(6), "", 43)).isEqualTo(three(row(6), "", 43));
        assertThat(three(row(6), "", 43)).isNotEqualTo(three(row(6), "", 44));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 43, Seed.LARGEST})
    void noFaceWearsAMaskInTwoPictures(long seed) {
        assertAllDifferent(three(row(16), "", seed), 16);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 43, Seed.LARGEST})
    void facesBesideEachOtherWearDifferentMasks(long seed) {
        for (Casting.Cast cast : three(row(40), "", seed))
            for (int number = 2; number <= 40; number++) {
                assertThat(cast.of(number)).isNotEqualTo(cast.of(number - 1));
                if (number > 2) assertThat(cast.of(number)).isNotEqualTo(cast.of(number - 2));
            }
    }

    @Test
    void inAFewFacesNobodyWearsWhatAnotherDoes() {
        for (Casting.Cast cast : three(row(12), "", 5))
            assertThat(new HashSet<>(cast.masks().values())).hasSize(12);
    }

    @Test
    void whoAsksForAMaskByNameWearsItInEveryPicture() {
        for (Casting.Cast cast : three(row(3), "robot", 5))
            assertThat(cast.masks().values()).extracting(MonsterMask::id).containsOnly("robot");
    }

    @Test
    void everyFaceHasItsOwnWishFromTheLeft() {
        List<Casting.Role> roles = List.of(role(1, 900, 100), role(2, 100, 90), role(3, 500, 80));
        for (Casting.Cast cast : three(roles, "kitsune, oni, 용", 5)) {
            assertThat(cast.of(2).id()).isEqualTo("kitsune");
            assertThat(cast.of(3).id()).isEqualTo("oni");
            assertThat(cast.of(1).id()).isEqualTo("dragon");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cute", "scary", "funny", "animal", "classic"})
    void aKindIsHonouredAndStillThreeDifferentMasks(String tag) {
        List<Casting.Cast> casts = three(row(2), tag, 9);
        for (Casting.Cast cast : casts) {
            assertThat(CATALOGUE.tagged(tag)).containsAll(cast.masks().values());
            assertThat(cast.of(1)).isNotEqualTo(cast.of(2));
        }
        assertAllDifferent(casts, 2);
    }

    @Test
    void nobodyIsACastToo() {
        assertThat(three(List.of(), "cute", 1)).containsOnly(new Casting.Cast(Map.of()));
    }

    private static void assertAllDifferent(List<Casting.Cast> casts, int faces) {
        for (int number = 1; number <= faces; number++) {
            int face = number;
            assertThat(casts).extracting(cast -> cast.of(face)).doesNotHaveDuplicates();
        }
    }

    private static List<Casting.Cast> three(List<Casting.Role> roles, String wish, long seed) {
        Casting casting = new Casting(CATALOGUE, Wish.of(Optional.of(wish), CATALOGUE), roles, new Seed(seed));
        return List.of(casting.next(), casting.next(), casting.next());
    }

    private static List<Casting.Role> row(int faces) {
        List<Casting.Role> roles = new ArrayList<>();
        for (int number = 1; number <= faces; number++) roles.add(role(number, number * 60, 50));
        return roles;
    }

    private static Casting.Role role(int number, double x, double width) {
        return new Casting.Role(number, new Point2D.Double(x, 300), width);
    }
}
