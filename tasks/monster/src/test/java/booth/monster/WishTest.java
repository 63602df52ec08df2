package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {
    private static final Catalogue CATALOGUE = Catalogue.read();

    @Test
    void everyNameOfEveryLanguageMeansItsMask() {
        for (MonsterMask mask : CATALOGUE.masks())
            for (List<String> names : mask.names().values())
                for (String name : names) assertThat(one(name)).as(name).isEqualTo(mask.id());
    }

    @ParameterizedTest
    @CsvSource({
        "DRAGON, dragon",
        "ｄｒａｇｏｎ, dragon",
        "Cat-Demon!, cat-demon",
        "cat demon, cat-demon",
        "please make me a plush bear :), bear",
        "ﾄﾞﾗｺﾞﾝ, dragon",
        "吸血鬼になりたい, vampire",
        "도깨비로 해 주세요, dokkaebi",
        "我想变成老虎, tiger",
        "용으로, dragon"
    })
    void aNameIsUnderstoodHoweverItIsWritten(String said, String mask) {
        assertThat(one(said)).isEqualTo(mask);
    }

    @ParameterizedTest
    @CsvSource({"cute, cute", "SCARY please, scary", "かわいいの, cute", "무서운 걸로, scary", "动物, animal", "伝統, classic"})
    void aKindMeansAllOfIt(String said, String tag) {
        Wish.Choice choice = wish(said).of(0).orElseThrow();
        assertThat(choice.masks()).isEqualTo(CATALOGUE.tagged(tag));
        assertThat(choice.byName()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dragon, robot",
                "dragon、robot",
                "dragon，robot",
                "dragon;robot",
                "dragon\nrobot",
                ",dragon,,robot,"
            })
    void severalWishesAreThoseOfTheFacesFromTheLeft(String said) {
        Wish wish = wish(said);
        assertThat(id(wish, 0)).isEqualTo("dragon");
        assertThat(id(wish, 1)).isEqualTo("robot");
        assertThat(wish.of(2)).isEmpty();
        assertThat(wish.partlyUnknown()).isFalse();
    }

    @Test
    void oneWishIsEverybodys() {
        Wish wish = wish("owl");
        assertThat(id(wish, 0)).isEqualTo("owl");
        assertThat(id(wish, 39)).isEqualTo("owl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", ",,;"})
    void whoSaysNothingIsNotMisunderstood(String said) {
        assertThat(wish(said).of(0)).isEmpty();
        assertThat(wish(said).partlyUnknown()).isFalse();
        assertThat(Wish.of(Optional.empty(), CATALOGUE).of(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unicorn", "catalogue", "사용", "\ud800", "'; drop table masks"})
    void whatNamesNoMaskIsNotTakenForOne(String said) {
        assertThat(wish(said).of(0)).isEmpty();
        assertThat(wish(said).partlyUnknown()).isTrue();
    }

    @Test
    void aBookIsReadToItsFirstLines() {
        assertThat(wish("a".repeat(1_000_000) + " dragon").of(0)).isEmpty();
        assertThat(one("dragon " + "b".repeat(1_000_000))).isEqualTo("dragon");
    }

    private static Wish wish(String said) {
        return Wish.of(Optional.of(said), CATALOGUE);
    }

    private static String one(String said) {
        return id(wish(said), 0);
    }

    private static String id(Wish wish, int place) {
        Wish.Choice choice = wish.of(place).orElseThrow();
        assertThat(choice.byName()).isTrue();
        return choice.masks().get(0).id();
    }
}
