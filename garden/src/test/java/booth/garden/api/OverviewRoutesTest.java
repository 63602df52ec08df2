package booth.garden.api;

import static org.assertj.core.api.Assertions.assertThat;

import booth.garden.api.GardenFixture.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverviewRoutesTest {
    private static final String HAPPY = "emotions/happy/img_20261122-093000_1h.jpeg";

    private final GardenFixture garden = new GardenFixture();

    @Test
    void theSummaryCountsByEmotionAndFavourite() {
        garden.put(HAPPY, "emotions/happy/spring,sunny,day/a.jpeg", "emotions/happy/spring,sunny,day/b.jpeg");
        garden.put("emotions/sad/winter,snowy,day/a.jpeg", "imgPool/calm/a.jpeg");

        assertThat(garden.get("/v1/garden/summary").body())
                .isEqualTo("{\"emotions\":{\"happy\":{\"count\":1,\"favorites\":{\"spring,sunny,day\":2}},"
                        + "\"sad\":{\"count\":0,\"favorites\":{\"winter,snowy,day\":1}},\"total\":4},"
                        + "\"imgPool\":{\"calm\":{\"count\":1,\"favorites\":{}},\"total\":1}}");
    }

    @Test
    void theSummaryFollowsTheListings() {
        garden.put(HAPPY);
        assertThat(garden.get("/v1/garden/summary").json().at("/emotions/total").asInt())
                .isEqualTo(1);
        garden.put("emotions/happy/b.jpeg");
        garden.post("/remove", garden.key(), "{\"objName\":[\"" + HAPPY + "\"]}");
        garden.put("emotions/happy/c.jpeg");

        assertThat(garden.get("/v1/garden/summary")
                        .json()
                        .at("/emotions/happy/count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void picturesAreLookedThroughAPageAtATime() {
        garden.put(IntStream.range(0, 120)
                .mapToObj(i -> "imgPool/happy/spring,sunny,day/img_20261122-093000_" + i + "v.jpeg")
                .toArray(String[]::new));
        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = garden.get("/v1/garden/pictures?area=imgPool&emotion=happy&favorite=spring,sunny,day&limit=50"
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            keys.addAll(page.json().path("pictures").findValuesAsText("key"));
            cursor = page.json().path("cursor").asText();
        } while (!cursor.isEmpty());

        assertThat(keys).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void aPictureTellsWhatItsKeyTells() {
        garden.put(HAPPY);
        assertThat(garden.get("/v1/garden/pictures?emotion=happy").body())
                .isEqualTo("{\"pictures\":[{\"key\":\"" + HAPPY + "\",\"url\":\"https://garden.example/" + HAPPY
                        + "\",\"thumbnail\":\"https://garden.example/" + HAPPY + "\",\"orientation\":\"landscape\","
                        + "\"emotion\":\"happy\",\"paintedAt\":\"2026-11-22T09:30:00Z\"}]}");
    }

    @Test
    void aQuestionThatIsNoneIsRefused() {
        assertThat(Map.of(
                        "", "INVALID_SEARCH_KEY",
                        "?emotion=..", "INVALID_SEARCH_KEY",
                        "?emotion=happy&area=profile", "INVALID_AREA",
                        "?emotion=happy&limit=0", "INVALID_LIMIT",
                        "?emotion=happy&limit=501", "INVALID_LIMIT",
                        "?emotion=happy&cursor=likes/a", "NOT_A_PICTURE"))
                .allSatisfy((query, code) -> assertThat(
                                garden.get("/v1/garden/pictures" + query).code())
                        .isEqualTo(code));
    }
}
