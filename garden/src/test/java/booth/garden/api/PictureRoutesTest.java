package booth.garden.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.garden.api.GardenFixture.Reply;
import booth.garden.pictures.Area;
import booth.garden.pictures.SearchKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureRoutesTest {
    private static final String H1 = "emotions/happy/img_20261122-093000_1h.jpeg";
    private static final String V1 = "emotions/happy/img_20261122-093000_1v.jpeg";
    private static final String H2 = "emotions/happy/img_20261122-094500_1h.jpeg";
    private static final String POOL = "imgPool/happy/img_20261122-100000_1h.jpeg";
    private static final String HAPPY = "{\"emotion\":\"happy\"}";

    private final GardenFixture garden = new GardenFixture();

    private Reply happy() {
        return garden.post("/gardenfromDB", Map.of(), HAPPY);
    }

    private static String chosen(String... keys) {
        return "{\"objName\":["
                + List.of(keys).stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(",")) + "]}";
    }

    @Test
    void picturesAreSplitByOrientationTheNewestFirst() {
        garden.put(H1, V1, H2, "emotions/happy/spring,sunny,day/img_20261122-093000_1h.jpeg", "emotions/sad/a.jpeg");

        Reply reply = happy();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.urls("landscape"))
                .containsExactly("https://garden.example/" + H2, "https://garden.example/" + H1);
        assertThat(reply.urls("portrait")).containsExactly("https://garden.example/" + V1);
        assertThat(reply.json().at("/landscape/0/emotion").asText()).isEqualTo("happy");
        assertThat(reply.json().has("next")).isFalse();
    }

    @Test
    void aFavouriteIsAskedForInAnyCaseAndTellsItselfAsEmotion() {
        garden.put("emotions/happy/spring,sunny,day/img_20261122-093000_1h.jpeg");
        Reply reply = garden.post("/gardenfromDB", Map.of(), "{\"emotion\":\"HAPPY/Spring,Sunny,Day\",\"id\":\"g1\"}");

        assertThat(reply.urls("landscape"))
                .containsExactly("https://garden.example/emotions/happy/spring,sunny,day/img_20261122-093000_1h.jpeg");
        assertThat(reply.json().at("/landscape/0/emotion").asText()).isEqualTo("happy/spring,sunny,day");
    }

    @Test
    void aFavouriteThatNobodyPreparedHasNoPictures() {
        assertThat(garden.post("/gardenfromDB", Map.of(), "{\"emotion\":\"happy/none\"}")
                        .body())
                .isEqualTo("{\"landscape\":[],\"portrait\":[]}");
    }

    /** More than DynamoDB gives in a page; the old system stopped there. */
    @Test
    void moreThanAMegabyteOfPicturesComesWhole() {
        String name = "x".repeat(150);
        String[] many = IntStream.range(0, 8000)
                .mapToObj(i -> "emotions/happy/" + name + "_" + i + "h.jpeg")
                .toArray(String[]::new);
        garden.put(many);

        Reply reply = happy();
        assertThat(reply.body().length()).isGreaterThan(1_500_000);
        assertThat(reply.urls("landscape")).hasSize(8000);
    }

    @Test
    void whatOneAnswerCannotTakeFollowsInPagesWithoutGaps() {
        String name = "x".repeat(150);
        String[] many = IntStream.range(0, 30_000)
                .mapToObj(i -> "emotions/happy/" + name + "_" + i + "h.jpeg")
                .toArray(String[]::new);
        garden.put(many);

        Reply first = happy();
        assertThat(first.body().length()).isLessThan(5_500_000);
        Reply second = garden.post(
                "/gardenfromDB",
                Map.of(),
                "{\"emotion\":\"happy\",\"from\":\"" + first.json().path("next").asText() + "\"}");
        assertThat(first.urls("landscape").size() + second.urls("landscape").size())
                .isEqualTo(30_000);
        assertThat(second.json().has("next")).isFalse();
    }

    @Test
    void aPageThatWantsFewGetsFew() {
        garden.put(H1, V1, H2);
        Reply first = garden.post("/gardenfromDB", Map.of(), "{\"emotion\":\"happy\",\"count\":1}");
        assertThat(first.urls("landscape")).containsExactly("https://garden.example/" + H2);
        assertThat(first.json().path("next").asText()).isEqualTo(H1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"emotion\":7}",
                "{\"emotion\":\"\"}",
                "{\"emotion\":\"a/b/c\"}",
                "{\"emotion\":\"..\"}",
                "{\"emotion\":\"happy\",\"count\":0}",
                "{\"emotion\":\"happy\",\"from\":\"dashboard/man.png\"}",
                "{\"emotion\":\"happy\",\"what\":1}"
            })
    void aQuestionThatIsNoneIsRefused(String body) {
        assertThat(garden.post("/gardenfromDB", Map.of(), body).status()).isEqualTo(400);
    }

    @Test
    void thePoolIsLookedAtTheSameWay() {
        garden.put(H1, POOL);
        assertThat(garden.post("/retrieve", Map.of(), HAPPY).urls("landscape"))
                .containsExactly("https://garden.example/" + POOL);
    }

    @Test
    void whatIsRemovedIsGoneFromTheBucketAndFromListingsThatWereReadBefore() {
        garden.put(H1, V1, H2);
        assertThat(happy().urls("landscape")).hasSize(2);

        Reply reply = garden.post("/remove", garden.key(), chosen(H1, V1));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(garden.garden.exists(H1)).isFalse();
        assertThat(happy().urls("landscape")).containsExactly("https://garden.example/" + H2);
        assertThat(happy().urls("portrait")).isEmpty();
        assertThat(garden.post("/remove", garden.key(), chosen(H1)).status())
                .as("again")
                .isEqualTo(200);
    }

    @Test
    void thePoolIsClearedByItsOwnRoute() {
        garden.put(POOL, H1);

        assertThat(garden.post("/removePool", garden.key(), chosen(POOL)).status())
                .isEqualTo(200);
        assertThat(garden.post("/retrieve", Map.of(), HAPPY).urls("landscape")).isEmpty();
        assertThat(happy().urls("landscape")).hasSize(1);
    }

    /** Nobody gets at other folders, and no half of a list is removed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dashboard/man.png",
                "dashboard/x/a.jpeg",
                "profile/guest.jpeg",
                "likes/a/b.jpeg",
                "listings/emotions/happy/all.txt",
                "imgPool/happy/img_20261122-100000_1h.jpeg",
                "emotions/../dashboard/man.jpeg",
                "emotions/../../x",
                "emotions/happy/%2Fx.jpeg",
                "emotions/happy/a\\nb.jpeg",
                "emotions/happy",
                ""
            })
    void aListWithAnythingElseRemovesNothing(String key) {
        garden.put(H1, POOL);
        garden.garden.write("dashboard/man.png", new byte[1]);
        Reply reply = garden.post("/remove", garden.key(), chosen(H1, key));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("NOT_A_PICTURE");
        assertThat(garden.garden.exists(H1)).isTrue();
        assertThat(garden.garden.exists("dashboard/man.png")).isTrue();
        assertThat(garden.garden.exists(POOL)).isTrue();
    }

    @Test
    void aTextIsNoListOfCharacters() {
        assertThat(garden.post("/remove", garden.key(), "{\"objName\":\"" + H1 + "\"}")
                        .code())
                .isEqualTo("INVALID_BODY");
    }

    @Test
    void aListWithoutAnEndIsRefused() {
        String[] many = IntStream.range(0, 1001)
                .mapToObj(i -> "emotions/a/" + i + ".jpeg")
                .toArray(String[]::new);
        String[] tenTimes = IntStream.range(0, 10_000)
                .mapToObj(i -> "emotions/a/" + i + ".jpeg")
                .toArray(String[]::new);

        assertThat(garden.post("/remove", garden.key(), chosen(many)).code()).isEqualTo("TOO_MANY_PICTURES");
        assertThat(garden.post("/remove", garden.key(), chosen(tenTimes)).status())
                .isEqualTo(413);
    }

    @Test
    void aThousandAreRemovedAtOnce() {
        String[] many = IntStream.range(0, 1000)
                .mapToObj(i -> "emotions/a/" + i + ".jpeg")
                .toArray(String[]::new);
        garden.put(many);
        assertThat(garden.post("/remove", garden.key(), chosen(many)).status()).isEqualTo(200);
        assertThat(garden.garden.list("emotions/")).isEmpty();
    }

    @Test
    void clearIndexHidesThePictureAndKeepsIt() {
        garden.put(H1, H2);

        Reply reply = garden.post("/clearIndex", garden.key(), "{\"objName\":\"" + H1 + "\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(garden.garden.exists(H1)).isTrue();
        assertThat(happy().urls("landscape")).containsExactly("https://garden.example/" + H2);
    }

    @Test
    void promotionTakesPicturesOutOfThePoolIntoTheGarden() {
        garden.put(POOL);
        String gone = "imgPool/happy/img_20260101-000000_1h.jpeg";

        Reply reply = garden.post("/v1/garden/promote", garden.key(), chosen(POOL, gone));

        String promoted = POOL.replace("imgPool", "emotions");
        assertThat(reply.body()).isEqualTo("{\"promoted\":[\"" + promoted + "\"],\"missing\":[\"" + gone + "\"]}");
        assertThat(garden.garden.exists(POOL)).isFalse();
        assertThat(happy().urls("landscape")).containsExactly("https://garden.example/" + promoted);
        assertThat(garden.post("/retrieve", Map.of(), HAPPY).urls("landscape")).isEmpty();
    }

    @Test
    void promotionMayChooseAFavourite() {
        garden.put(POOL);
        garden.post(
                "/v1/garden/promote",
                garden.key(),
                "{\"objName\":[\"" + POOL + "\"],\"searchKey\":\"calm/spring,sunny,day\"}");

        assertThat(garden.listings
                        .listing(Area.EMOTIONS, SearchKey.parse("calm/spring,sunny,day"))
                        .newestFirst())
                .hasSize(1);
    }

    @Test
    void promotionThatWasInterruptedAfterItsCopyIsFinishedByTheNext() {
        garden.put(POOL);
        garden.put(POOL.replace("imgPool", "emotions")); // the copy was made, the pool not cleaned

        garden.post("/v1/garden/promote", garden.key(), chosen(POOL));

        assertThat(garden.garden.exists(POOL)).isFalse();
        assertThat(happy().urls("landscape")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/remove",
                "/removePool",
                "/clearIndex",
                "/updateDisplay",
                "/v1/garden/promote",
                "/v1/garden/rebuild"
            })
    void whoChangesPicturesNeedsAKey(String path) {
        assertThat(garden.post(path, Map.of(), "{}").status()).isEqualTo(401);
        assertThat(garden.post(path, Map.of("authorization", "Bearer pb_none"), "{}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoReadsTooOftenFromOneAddressWaits() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 301; i++) statuses.add(happy().status());
        assertThat(statuses.subList(0, 300)).containsOnly(200);
        assertThat(statuses.get(300)).isEqualTo(429);
    }

    @Test
    void listingsAreMadeAnewOfTheBucket() {
        garden.garden.write(H1, new byte[1]);
        garden.garden.write(POOL, new byte[1]);
        assertThat(garden.post("/v1/garden/rebuild", garden.key(), "").body()).isEqualTo("{\"pictures\":2}");
    }

    @Test
    void theDescriptionIsServed() {
        assertThat(garden.get("/garden-openapi.json").json().path("openapi").asText())
                .isEqualTo("3.1.0");
    }
}
