package booth.garden.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureKeyTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:05:06Z");

    @Test
    void threeSegmentsAreAnEmotionAndFourAFavouriteOfIt() {
        PictureKey plain = PictureKey.of("emotions/happy/img_20260304-120506_7h.jpeg");
        PictureKey favourite = PictureKey.of("imgPool/sad/winter,snowy,day/img_20260304-120506_1v.jpeg");
        assertThat(plain).isEqualTo(new PictureKey(Area.EMOTIONS, "happy", Optional.empty(), plain.name()));
        assertThat(plain.searchKey().text()).isEqualTo("happy");
        assertThat(plain.orientation()).isEqualTo(Orientation.LANDSCAPE);
        assertThat(plain.paintedAt()).contains(NOON);
        assertThat(favourite.area()).isEqualTo(Area.POOL);
        assertThat(favourite.searchKey().text()).isEqualTo("sad/winter,snowy,day");
        assertThat(favourite.orientation()).isEqualTo(Orientation.PORTRAIT);
    }

    @Test
    void aKeyIsWrittenAsItWasRead() {
        for (String key : List.of(
                "emotions/happy/img_20260304-120506_7h.jpeg",
                "emotions/happy/img_2023081-9:5:3_1v.jpeg",
                "imgPool/calm/봄,맑음,낮/정원 하나.jpeg"))
            assertThat(PictureKey.of(key).key()).isEqualTo(key);
    }

    @Test
    void searchKeysAreFoundInAnyCaseButKeysHaveTheirs() {
        assertThat(SearchKey.parse("HAPPY/Spring,Sunny,Day").text()).isEqualTo("happy/spring,sunny,day");
        assertThat(PictureKey.parse("emotions/HAPPY/a.jpeg")).isEmpty();
    }

    @Test
    void aNewPictureIsNamedByItsUtcTimeInFull() {
        assertThat(PictureKey.painted(Area.POOL, SearchKey.parse("fear"), NOON, 3, Orientation.PORTRAIT)
                        .key())
                .isEqualTo("imgPool/fear/img_20260304-120506_3v.jpeg");
    }

    @Test
    void promotionKeepsEverythingButTheArea() {
        assertThat(PictureKey.of("imgPool/calm/spring,rainy,day/a_1v.jpeg").in(Area.EMOTIONS))
                .hasToString("emotions/calm/spring,rainy,day/a_1v.jpeg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "emotions",
                "emotions/a.jpeg",
                "emotions//a.jpeg",
                "emotions/happy/",
                "emotions/happy/a.png",
                "emotions/happy/one/two/a.jpeg",
                "emotions/../a.jpeg",
                "emotions/../../x.jpeg",
                "emotions/happy/./a.jpeg",
                "emotions/happy/.jpeg",
                "emotions/happy/a%2Fb.jpeg",
                "emotions/happy/a\nb.jpeg",
                "emotions/happy/a\u0000.jpeg",
                "emotions/happy/a\u202Eb.jpeg",
                "emotions/happy/\uD800.jpeg",
                "emotions/happy/a|b.jpeg",
                "emotions/happy/<script>.jpeg",
                "dashboard/man/a.jpeg",
                "profile/happy/a.jpeg",
                "/emotions/happy/a.jpeg"
            })
    void anythingElseIsNoPicture(String key) {
        assertThat(PictureKey.parse(key)).isEmpty();
        assertThatThrownBy(() -> PictureKey.of(key)).isInstanceOf(Refused.class);
    }

    @Test
    void aNameLongerThanFileSystemsTakeIsNoPicture() {
        assertThat(PictureKey.parse("emotions/happy/" + "a".repeat(1004) + ".jpeg"))
                .isEmpty();
        assertThat(PictureKey.parse("emotions/happy/" + "정".repeat(70) + ".jpeg"))
                .isEmpty();
    }

    @Test
    void theNewestComeFirstThenByNumber() {
        List<String> sorted = Stream.of(
                        "x.jpeg", "img_20260101-000000_10h", "img_20260101-000000_9v", "img_20260102-000000_1h")
                .map(name -> PictureKey.of("emotions/happy/" + name.replace(".jpeg", "") + ".jpeg"))
                .sorted(PictureKey.NEWEST_FIRST)
                .map(key -> key.name().replace(".jpeg", ""))
                .toList();
        assertThat(sorted)
                .containsExactly("img_20260102-000000_1h", "img_20260101-000000_9v", "img_20260101-000000_10h", "x");
    }

    @Test
    void digitsThatAreNoDayAreNoTime() {
        assertThat(PictureKey.of("emotions/happy/img_20261399-120000_1h.jpeg").paintedAt())
                .isEmpty();
    }

    @Test
    void jsonHasTheKeyAsText() {
        PictureKey key = PictureKey.of("emotions/happy/a.jpeg");
        assertThat(Json.text(key)).isEqualTo("\"emotions/happy/a.jpeg\"");
        assertThat(Json.read("key", Json.bytes(key), PictureKey.class)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "happy/", "happy/a/b", "..", "happy/..", "ha\nppy", "undefined%2F"})
    void whatIsNoSearchKeyIsRefused(String text) {
        assertThatThrownBy(() -> SearchKey.parse(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("INVALID_SEARCH_KEY"));
    }
}
