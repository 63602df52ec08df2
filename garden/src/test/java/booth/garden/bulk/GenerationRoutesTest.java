package booth.garden.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import booth.core.access.BoothKey;
import booth.core.job.InMemoryObjectStore;
import booth.garden.orders.GardenOrder;
import booth.garden.orders.OrderQueue;
import booth.http.Answer;
import booth.http.Call;
import booth.http.Operation;
import booth.http.Request;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the routes about new pictures answer, over a queue whose painter is told by each test what to do. */
class GenerationRoutesTest {
    private static final BoothKey KEY = new BoothKey("id", "hall", Instant.EPOCH, 60, "whsec");
    private static final String PAIR =
            "{\"index\":3,\"prompt\":\"{\\\"emotion\\\":\\\"Happy\\\",\\\"emotionText\\\":\\\"a lake\\\","
                    + "\\\"favorite\\\":\\\"spring,sunny,day\\\",\\\"others\\\":\\\"oil\\\"}\",\"fname\":\"img_20261122-003000\"}";

    private final InMemoryObjectStore garden = new InMemoryObjectStore();
    private final List<GardenOrder> sent = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-11-22T00:30:00Z");
    private Runnable painter = () -> {};
    private boolean queueIsDown;

    @ParameterizedTest
    @CsvSource({"768,512", "1024,600", "1280,800"})
    void aTextIsPaintedWhileItsCallerWaits(int width, int height) throws Exception {
        painter = () -> garden.write(sent.get(0).key(), new byte[1]);

        Answer answer = call("paintText", text(width, height), 1);

        JsonNode painted = Json.MAPPER.readTree(answer.body());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(painted.path("statusCode").asInt()).isEqualTo(200);
        assertThat(painted.path("time").isInt()).isTrue();
        assertThat(Json.MAPPER.readTree(painted.path("body").asText()))
                .containsExactly(
                        Json.MAPPER.valueToTree("https://x/" + sent.get(0).key()));
        assertThat(sent.get(0).key()).matches("img_20261122-003000_\\d+\\.jpeg");
        assertThat(sent.get(0).width()).isEqualTo(width);
        assertThat(sent.get(0).height()).isEqualTo(height);
    }

    @Test
    void onlyWhatIsStoredIsListedAndTheRestIsPendingBeforeTheGatewayCuts() throws Exception {
        painter = () -> garden.write(sent.get(1).key(), new byte[1]);

        JsonNode painted =
                Json.MAPPER.readTree(call("paintText", text(768, 512), 3).body());

        assertThat(sent).hasSize(3);
        assertThat(painted.path("body").asText())
                .contains(sent.get(1).key())
                .doesNotContain(sent.get(0).key());
        assertThat(painted.path("pending"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "https://x/" + sent.get(0).key(),
                        "https://x/" + sent.get(2).key());
        assertThat(painted.path("time").asInt()).isBetween(25, 26);
    }

    @Test
    void whereNothingIsThereInTimeTheAnswerSaysSo() throws Exception {
        Answer answer = call("paintText", text(768, 512), 1);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(Json.MAPPER.readTree(answer.body()).path("body").asText()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "booth.core.Refused,MODEL_REFUSED: Withheld.,422",
        "booth.core.Busy,The image model did not get to it.,503",
        "booth.generate.ModelUnavailable,No access.,500"
    })
    void whyNothingCameIsSaidAtOnce(String type, String message, int status) throws Exception {
        painter = () -> garden.write(
                sent.get(0).failureNote(),
                ("{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}").getBytes(UTF_8));

        Answer answer = call("paintText", text(768, 512), 1);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(Json.MAPPER.readTree(answer.body()).path("failed").get(0).asText())
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\"}",
                "{\"text\":\"a\",\"width\":512}",
                "{\"width\":512,\"height\":512}",
                "{\"text\":\"a\",\"width\":\"512\",\"height\":512}",
                "{\"text\":\"a\",\"width\":5,\"height\":512}",
                "{\"text\":\"a\",\"width\":5000,\"height\":512}",
                "{\"text\":\" \",\"width\":512,\"height\":512}"
            })
    void whatIsMissingOrMakesNoSenseIsRefused(String body) {
        assertThatThrownBy(() -> call("paintText", body, 1)).isInstanceOf(Refused.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void aPairOfTheRightSizesIsOrderedForThePoolAndTheRequestIsEchoed() {
        Answer answer = call("orderPair", PAIR, 1);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PAIR);
        assertThat(sent)
                .containsExactly(
                        GardenOrder.of(
                                "imgPool/happy/spring,sunny,day/img_20261122-003000_3h.jpeg",
                                "a lake, spring,sunny,day, oil",
                                1280,
                                800),
                        GardenOrder.of(
                                "imgPool/happy/spring,sunny,day/img_20261122-003000_3v.jpeg",
                                "a lake, spring,sunny,day, oil",
                                800,
                                1280));
    }

    @Test
    void aNameMayCarryItsOwnFolderAndNoOther() {
        call("orderPair", PAIR.replace("img_2026", "imgPool/happy/spring,sunny,day/img_2026"), 1);

        assertThat(sent).hasSize(2);
        assertThatThrownBy(() -> call("orderPair", PAIR.replace("img_2026", "emotions/happy/img_2026"), 1))
                .hasMessageStartingWith("INVALID_NAME");
        assertThatThrownBy(() -> call("orderPair", PAIR.replace("img_2026", "../img_2026"), 1))
                .hasMessageStartingWith("INVALID_NAME");
    }

    @Test
    void anOrderThatIsNotInTheQueueIsNoSuccess() {
        queueIsDown = true;

        assertThatThrownBy(() -> call("orderPair", PAIR, 1)).isInstanceOf(Busy.class);
    }

    @Test
    void aPromptThatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> call("orderPair", "{\"index\":1,\"prompt\":\"happy\",\"fname\":\"a\"}", 1))
                .hasMessageStartingWith("INVALID_PROMPT");
    }

    @Test
    void anEstimateOrdersNothing() throws Exception {
        Answer answer = call(
                "estimateBatch", "{\"rows\":[{\"emotion\":\"sad\",\"animals\":[\"dog\",\"cat\"],\"repeats\":2}]}", 1);

        JsonNode estimate = Json.MAPPER.readTree(answer.body());
        assertThat(estimate.path("prompts").asInt()).isEqualTo(4);
        assertThat(estimate.path("pictures").asInt()).isEqualTo(8);
        assertThat(estimate.path("price").toString())
                .isEqualTo("{\"perPicture\":0.04,\"total\":0.32,\"currency\":\"USD\",\"listDate\":\"2026-11-01\"}");
        assertThat(estimate.path("examples")).hasSize(2);
        assertThat(garden.list("")).isEmpty();
    }

    @Test
    void aBatchIsOrderedWithAKeyAndSeenByWhoeverHasItsId() throws Exception {
        Answer answer = call("orderBatch", "{\"rows\":[{\"emotion\":\"sad\",\"emotionText\":\"rain\"}]}", 1);

        assertThat(answer.status()).isEqualTo(202);
        String self = answer.headers().get("location");
        JsonNode batch = Json.MAPPER.readTree(answer.body());
        assertThat(self).isEqualTo("/v1/garden/batches/" + batch.path("id").asText());
        Operation.Open get =
                (Operation.Open) Objects.requireNonNull(routes(1).operations().get("getBatch"));
        Call seen = new Call(request(""), Map.of("id", batch.path("id").asText()));
        assertThat(Json.MAPPER.readTree(get.work().apply(seen).body())).isEqualTo(batch);
    }

    private Answer call(String operation, String body, int picturesAtOnce) {
        Operation.Keyed keyed = (Operation.Keyed)
                Objects.requireNonNull(routes(picturesAtOnce).operations().get(operation));
        return keyed.work().apply(new Call(request(body), Map.of()), KEY);
    }

    private GenerationRoutes routes(int picturesAtOnce) {
        OrderQueue queue = order -> {
            if (queueIsDown) throw new Busy("down", new IllegalStateException());
            sent.add(order);
        };
        return new GenerationRoutes(
                garden,
                runs,
                queue,
                new PriceList(new BigDecimal("0.04"), LocalDate.of(2026, 11, 1)),
                key -> "https://x/" + key,
                picturesAtOnce,
                new Random(1),
                this::pass,
                () -> now);
    }

    private final FakeRuns runs = new FakeRuns();

    private void pass(Duration time) {
        now = now.plus(time);
        painter.run();
    }

    private static Request request(String body) {
        return new Request("POST", "/", Map.of(), Map.of(), body.getBytes(UTF_8), "127.0.0.1");
    }

    private static String text(int width, int height) {
        return "{\"text\":\"a garden\",\"width\":" + width + ",\"height\":" + height + "}";
    }
}
