package booth.garden.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes about new pictures as clients see them; the fixture holds every answer against the description. */
class BatchRoutesTest {
    private static final String BATCH = "{\"rows\":[{\"emotion\":\"sad\",\"emotionText\":\"rain\"}]}";

    private final GardenFixture garden = new GardenFixture();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bulk",
                "/text2image",
                "/v1/garden/batches",
                "/v1/garden/batches/estimate",
                "/v1/garden/batches/first-garden",
                "/v1/garden/batches/first-garden/cancel",
                "/v1/garden/batches/first-garden/replay"
            })
    void whatCostsMoneyTakesAKey(String path) {
        assertThat(garden.post(path, Map.of(), BATCH).status()).isEqualTo(401);
    }

    @Test
    void aBatchIsEstimatedOrderedSeenCanceledAndReplayed() {
        Map<String, String> key = garden.key();
        assertThat(garden.post("/v1/garden/batches/estimate", key, BATCH)
                        .json()
                        .path("pictures")
                        .asInt())
                .isEqualTo(2);
        Map<String, String> once = new HashMap<>(key);
        once.put("idempotency-key", "mine");
        var ordered = garden.post("/v1/garden/batches", once, BATCH);
        assertThat(ordered.status()).isEqualTo(202);
        String self = ordered.json().at("/links/self").asText();
        assertThat(garden.post("/v1/garden/batches", once, BATCH).json()).isEqualTo(ordered.json());
        assertThat(garden.post("/v1/garden/batches", once, BATCH.replace("rain", "snow"))
                        .status())
                .isEqualTo(422);

        assertThat(garden.get(self).json().path("status").asText()).isEqualTo("running");
        assertThat(garden.post(self + "/replay", key, "").status()).isEqualTo(409);
        assertThat(garden.post(self + "/cancel", key, "").json().path("status").asText())
                .isEqualTo("canceled");
        assertThat(garden.post(self + "/replay", key, "").json().path("attempt").asInt())
                .isEqualTo(1);
        assertThat(garden.ask("GET", "/v1/garden/batches", key, "").json().path("batches"))
                .hasSize(1);
    }

    @Test
    void theFirstGardenIsNotThereBeforeItIsPlanted() {
        assertThat(garden.get("/v1/garden/batches/first-garden").code()).isEqualTo("NO_SUCH_BATCH");

        assertThat(garden.post("/v1/garden/batches/first-garden", garden.key(), "")
                        .status())
                .isEqualTo(202);

        assertThat(garden.get("/v1/garden/batches/first-garden")
                        .json()
                        .at("/pictures/planned")
                        .asInt())
                .isEqualTo(64);
    }

    @Test
    void aGardenThatGrowsIsNotPlantedAnew() {
        garden.put("emotions/happy/img_20261122-093000_1h.jpeg");

        assertThat(garden.post("/v1/garden/batches/first-garden", garden.key(), "")
                        .code())
                .isEqualTo("GARDEN_NOT_EMPTY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/garden/batches|{}|400",
                "/v1/garden/batches|{\"rows\":[]}|400",
                "/v1/garden/batches|{\"rows\":[{\"emotion\":\"bored\"}]}|400",
                "/v1/garden/batches|{\"rows\":[{\"emotion\":\"sad\",\"emotionText\":\"\"}]}|202",
                "/v1/garden/batches|{\"rows\":[{\"emotion\":\"sad\",\"emotionText\":\"\",\"others\":\"\"}]}|400",
                "/text2image|{\"text\":\"a\",\"width\":512}|400",
                "/bulk|{\"index\":1,\"prompt\":\"{}\",\"fname\":\"a\"}|400",
                "/v1/garden/batches/no-such/cancel|''|404"
            })
    void theCodeIsHonest(String path, String body, int status) {
        assertThat(garden.post(path, garden.key(), body).status()).isEqualTo(status);
    }
}
