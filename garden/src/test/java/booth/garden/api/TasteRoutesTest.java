package booth.garden.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Concurrently;
import booth.garden.api.GardenFixture.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TasteRoutesTest {
    private static final String FIRST = "emotions/happy/img_20261122-093000_1h.jpeg";
    private static final String SECOND = "emotions/happy/img_20261122-093000_2h.jpeg";
    private static final String UPRIGHT = "emotions/happy/img_20261122-093000_1v.jpeg";
    private static final String SPRING = "emotions/happy/spring,sunny,day/img_20261122-093000_1h.jpeg";

    private final GardenFixture api = new GardenFixture();

    private static String picture(int i) {
        return "emotions/happy/img_20261122-093000_" + i + "h.jpeg";
    }

    private Reply garden(String id, String emotion) {
        return api.post("/garden", Map.of(), "{\"id\":\"" + id + "\",\"emotion\":\"" + emotion + "\"}");
    }

    private Reply like(String id, String item, String... impression) {
        String shown = Stream.of(impression).map(key -> '"' + key + '"').collect(Collectors.joining(","));
        return api.post(
                "/like",
                Map.of(),
                "{\"id\":\"" + id + "\",\"itemId\":\"" + item + "\",\"impression\":[" + shown + "]}");
    }

    private static String path(String url) {
        return url.replace("https://garden.example/", "");
    }

    @Test
    void aGuestIsShownThePicturesOfTheEmotionAloneSortedByOrientation() {
        api.put(FIRST, SECOND, UPRIGHT, SPRING, "emotions/sad/img_20261122-093000_1h.jpeg");

        Reply reply = garden("ann", "HAPPY");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.urls("landscape"))
                .containsExactlyInAnyOrder("https://garden.example/" + FIRST, "https://garden.example/" + SECOND);
        assertThat(reply.urls("portrait")).containsExactly("https://garden.example/" + UPRIGHT);
        assertThat(reply.json().at("/landscape/0/emotion").asText()).isEqualTo("happy");
        assertThat(garden("ann", "happy/spring,sunny,day").urls("landscape")).hasSize(1);
        assertThat(garden("ann", "calm").urls("landscape")).isEmpty();
    }

    @Test
    void whoIsLikedComesFirstMoreAndMore() {
        String[] pictures =
                IntStream.range(0, 20).mapToObj(TasteRoutesTest::picture).toArray(String[]::new);
        api.put(pictures);
        for (int i = 0; i < 15; i++) {
            assertThat(like("guest" + i, picture(7), picture(7), picture(i % 7), picture(8 + i % 12))
                            .body())
                    .isEqualTo("Success");
        }

        long first = IntStream.range(0, 30)
                .filter(i -> garden("ann" + i, "happy").urls("landscape").stream()
                        .limit(3)
                        .map(TasteRoutesTest::path)
                        .anyMatch(picture(7)::equals))
                .count();
        assertThat(first).isGreaterThan(22);
    }

    @Test
    void likesAreRowsWithTheirImpressions() {
        api.put(FIRST, SECOND);
        like("ann", SECOND, FIRST, SECOND);
        like("ben", FIRST);

        Reply rows = api.ask("GET", "/v1/garden/export/interactions.csv", api.key(), "");

        long time = GardenFixture.START.getEpochSecond();
        assertThat(rows.body().lines())
                .contains("USER_ID,ITEM_ID,TIMESTAMP,EVENT_TYPE,IMPRESSION")
                .contains("ann," + SECOND + "," + time + ",click," + FIRST + "|" + SECOND)
                .contains("ben," + FIRST + "," + time + ",click," + FIRST);
    }

    @Test
    void twoLikesOfOneSecondAreTwoRows() {
        api.put(FIRST, SECOND);
        like("ann", FIRST);
        like("ann", SECOND);

        assertThat(api.garden.list("likes/")).hasSize(2);
    }

    @Test
    void aLikeOfAPictureThatIsGoneIsHarmless() {
        api.put(FIRST);

        assertThat(like("ann", SECOND, FIRST, SECOND).body()).isEqualTo("Success");
        assertThat(api.garden.list("likes/")).isEmpty();
    }

    @Test
    void whatIsNotThereCannotHaveBeenShown() {
        api.put(FIRST);
        like("ann", FIRST, FIRST, "emotions/happy/made-up_1h.jpeg", SPRING);

        Reply rows = api.ask("GET", "/v1/garden/export/interactions.csv", api.key(), "");
        assertThat(rows.body()).endsWith(",click," + FIRST + "\n");
    }

    @Test
    void aPictureThatIsRemovedWhileItIsRecommendedIsNotShownAgain() {
        api.put(FIRST, SECOND);
        like("ann", FIRST, FIRST, SECOND);
        garden("ann", "happy");
        api.post("/remove", api.key(), "{\"objName\":[\"" + FIRST + "\"]}");

        assertThat(garden("ann", "happy").urls("landscape")).containsExactly("https://garden.example/" + SECOND);
        assertThat(like("ann", FIRST, FIRST, SECOND).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"itemId\":\"imgPool/happy/img_1h.jpeg\",\"impression\":[]}",
                "{\"id\":\"a\",\"itemId\":\"profile/ann.jpeg\",\"impression\":[]}",
                "{\"id\":\"a\",\"itemId\":\"emotions/../taste/snapshot_1h.jpeg\",\"impression\":[]}",
                "{\"id\":\"a\",\"itemId\":\"https://x/emotions/happy/img_1h.jpeg\"}",
                "{\"id\":\"../../a\",\"itemId\":\"emotions/happy/img_1h.jpeg\",\"impression\":[]}",
                "{\"id\":\"\",\"itemId\":\"emotions/happy/img_1h.jpeg\"}",
                "{\"id\":7,\"itemId\":\"emotions/happy/img_1h.jpeg\"}",
                "{\"itemId\":\"emotions/happy/img_1h.jpeg\"}",
                "{\"id\":\"a\"}",
                "{\"id\":\"a\",\"itemId\":\"emotions/happy/img_1h.jpeg\",\"impression\":[null]}",
                "{\"id\":\"a\",\"itemId\":\"emotions/happy/img_1h.jpeg\",\"impression\":\"emotions\"}",
                "{\"id\":\"a\",\"itemId\":\"emotions/happy/img_1h.jpeg\",\"generation\":\"baby\"}",
                "{\"id\":\"a\",\"itemId\":\"emotions/happy/img_1h.jpeg\",\"gender\":\"x|y\"}",
                "[]",
                "null",
                ""
            })
    void whatIsNoLikeIsRefused(String body) {
        Reply reply = api.post("/like", Map.of(), body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(api.garden.list("likes/")).isEmpty();
    }

    @Test
    void anImpressionOfAThousandIsRefused() {
        api.put(FIRST);
        String[] thousand = IntStream.range(0, 600).mapToObj(i -> picture(i)).toArray(String[]::new);

        assertThat(like("ann", FIRST, thousand).code()).isEqualTo("INVALID_LIKE");
        String[] more = IntStream.range(0, 2000).mapToObj(i -> picture(i)).toArray(String[]::new);
        assertThat(like("ann", FIRST, more).status()).isEqualTo(413);
    }

    @Test
    void aGuestWithoutAnIdIsNotKnownHere() {
        assertThat(api.post("/garden", Map.of(), "{\"emotion\":\"happy\"}").code())
                .isEqualTo("INVALID_BODY");
        assertThat(garden("a/b", "happy").code()).isEqualTo("INVALID_ID");
    }

    @Test
    void whoFloodsWaits() {
        api.put(FIRST);
        Set<Integer> answers = IntStream.range(0, 400)
                .mapToObj(i -> like("ann", FIRST).status())
                .collect(Collectors.toSet());

        assertThat(answers).containsExactlyInAnyOrder(200, 429);
        api.address = "198.51.100.9";
        assertThat(like("ben", FIRST).status()).isEqualTo(200);
    }

    @Test
    void aDamagedSnapshotCostsNobodyThePictures() {
        api.put(picture(1), picture(2), "emotions/happy/img_20261122-093100_1h.jpeg");
        api.garden.write("taste/snapshot.json.gz", new byte[] {1, 2, 3});

        assertThat(garden("ann", "happy").urls("landscape")).hasSize(3);
    }

    @Test
    void ofTwoHundredGuestsAtOnceEachLikeIsARow() {
        api.put(FIRST, SECOND);
        String key = "Bearer " + api.keys.issue("hall", 6000, api.now).secret();
        List<Integer> answers = Concurrently.each(
                IntStream.range(0, 200).boxed().toList(),
                i -> api.post(
                                "/like",
                                Map.of("authorization", key),
                                "{\"id\":\"guest" + i + "\",\"itemId\":\"" + FIRST + "\",\"impression\":[\"" + FIRST
                                        + "\"]}")
                        .status());

        assertThat(answers).containsOnly(200);
        assertThat(api.garden.list("likes/")).hasSize(200);
    }

    @Test
    void whoHoldsAKeyMayHaveAGuestForgotten() {
        api.put(FIRST, SECOND);
        like("ann:1@x", FIRST);
        like("ann:1@x", SECOND);
        like("ben", FIRST);
        api.now = api.now.plus(Duration.ofSeconds(5));

        assertThat(api.ask("DELETE", "/v1/garden/guests/ann:1@x", Map.of(), "").status())
                .isEqualTo(401);
        Reply reply = api.ask("DELETE", "/v1/garden/guests/ann%3A1%40x", api.key(), "");

        assertThat(reply.json().path("likes").asInt()).isEqualTo(2);
        assertThat(api.ask("GET", "/v1/garden/export/interactions.csv", api.key(), "")
                        .body())
                .contains("ben,")
                .doesNotContain("ann");
        assertThat(api.ask("DELETE", "/v1/garden/guests/..%2Fx", api.key(), "").code())
                .isEqualTo("INVALID_ID");
        assertThat(api.ask("DELETE", "/v1/garden/guests/%zz", api.key(), "").code())
                .isEqualTo("INVALID_ID");
    }
}
