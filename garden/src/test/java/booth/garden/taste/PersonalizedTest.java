package booth.garden.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.aws.Environment;
import booth.core.Json;
import booth.core.StubServer;
import booth.core.StubServer.Call;
import booth.core.StubServer.Reply;
import booth.core.function.JsonLog;
import booth.core.job.InMemoryObjectStore;
import booth.garden.Emotion;
import booth.garden.Gender;
import booth.garden.Generation;
import booth.garden.personalize.GardenItem;
import booth.garden.personalize.PersonalizeDatasets;
import booth.garden.pictures.PictureKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire to Amazon Personalize, and what guests see when it does not answer as it should. */
class PersonalizedTest {
    private static final List<String> SETTINGS = List.of(
            "aws.region",
            "aws.accessKeyId",
            "aws.secretAccessKey",
            "aws.endpointUrlPersonalizeRuntime",
            "aws.endpointUrlPersonalizeEvents");
    private static final List<PictureKey> THERE = List.of(
            PictureKey.of("emotions/happy/img_20261122-093000_3h.jpeg"),
            PictureKey.of("emotions/happy/img_20261122-092900_2h.jpeg"),
            PictureKey.of("emotions/happy/img_20261122-092800_1h.jpeg"));
    private static final Guest ANN = new Guest(Optional.of(new GuestId("ann")), Context.UNKNOWN);

    private final InMemoryObjectStore garden = new InMemoryObjectStore();
    private final List<String> log = new ArrayList<>();
    private final Map<String, String> before = new HashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Function<Call, Reply> answers = call -> Reply.of(200, "{}");
    private final StubServer personalize = new StubServer(call -> answers.apply(call));

    @BeforeEach
    void pointTheClientsHere() {
        for (String name : SETTINGS) before.put(name, System.getProperty(name, ""));
        System.setProperty("aws.region", "us-west-2");
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty(
                "aws.endpointUrlPersonalizeRuntime", personalize.url().toString());
        System.setProperty("aws.endpointUrlPersonalizeEvents", personalize.url().toString());
    }

    @AfterEach
    void restore() {
        over.countDown();
        before.forEach((name, value) -> {
            if (value.isEmpty()) System.clearProperty(name);
            else System.setProperty(name, value);
        });
        personalize.close();
    }

    private static Environment environment(String... more) {
        Map<String, String> env = new HashMap<>(Map.of(
                "PERSONALIZE_CAMPAIGN_ARN", "arn:aws:personalize:us-west-2:1:campaign/garden",
                "PERSONALIZE_FILTER_ARN", "arn:aws:personalize:us-west-2:1:filter/emotion",
                "PERSONALIZE_TRACKING_ID", "tracker",
                "PERSONALIZE_USERS_ARN", "arn:aws:personalize:us-west-2:1:dataset/garden/USERS",
                "PERSONALIZE_ITEMS_ARN", "arn:aws:personalize:us-west-2:1:dataset/garden/ITEMS",
                "PERSONALIZE_MIN_INTERACTIONS", "30"));
        for (int i = 0; i < more.length; i += 2) env.put(more[i], more[i + 1]);
        return new Environment(env);
    }

    private Recommendations recommendations(String... more) {
        return Taste.of(environment(more), garden, () -> Hall.OPENING, new JsonLog(log::add));
    }

    private Recommendations withLikes(int guests, String... more) {
        LikeLog likes = LikeLog.of(garden, () -> Hall.OPENING, new JsonLog(log::add));
        for (int i = 0; i < guests; i++)
            likes.append(Likes.of("guest" + i, THERE.get(0).key()));
        return recommendations(more);
    }

    private static Like like(String guest) {
        return Likes.of(
                guest, THERE.get(2).key(), THERE.get(0).key(), THERE.get(2).key());
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Reply items(String... ids) {
        return Reply.of(
                200,
                Json.text(Map.of(
                        "itemList",
                        List.of(ids).stream().map(id -> Map.of("itemId", id)).toList())));
    }

    private JsonNode asked(String path) {
        return json(personalize.calls().stream()
                .filter(call -> call.path().equals(path))
                .reduce((first, second) -> second)
                .orElseThrow()
                .body());
    }

    @Test
    void aLikeIsAClick() {
        recommendations().learn(like("ben"));

        JsonNode event = asked("/events");
        assertThat(event.path("trackingId").asText()).isEqualTo("tracker");
        assertThat(event.path("userId").asText()).isEqualTo("ben");
        assertThat(event.path("sessionId").asText()).isEqualTo(THERE.get(2).key());
        JsonNode click = event.at("/eventList/0");
        assertThat(click.path("eventType").asText()).isEqualTo("click");
        assertThat(click.path("eventId").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(click.path("sentAt").asLong()).isEqualTo(Hall.OPENING.getEpochSecond());
        assertThat(click.path("itemId").asText()).isEqualTo(THERE.get(2).key());
        assertThat(click.path("impression"))
                .extracting(JsonNode::asText)
                .containsExactly(THERE.get(0).key(), THERE.get(2).key());
    }

    @Test
    void aLikeIsKeptWhateverPersonalizeSays() {
        answers = call -> Reply.error(400, "InvalidInputException", "no");

        recommendations().learn(like("ben"));

        assertThat(garden.list("likes/")).hasSize(1);
        assertThat(log).singleElement().asString().contains("event_not_put");
    }

    @Test
    void itRecommendsOfOneEmotionWhatIsThereAndTheOthersFollow() {
        answers = call -> call.path().equals("/recommendations")
                ? items(
                        THERE.get(2).key(),
                        "emotions/happy/gone_1h.jpeg",
                        "https://x/",
                        THERE.get(1).key())
                : Reply.of(200, "{}");

        assertThat(withLikes(30).order(ANN, THERE)).containsExactly(THERE.get(2), THERE.get(1), THERE.get(0));
        JsonNode asked = asked("/recommendations");
        assertThat(asked.path("campaignArn").asText()).endsWith("campaign/garden");
        assertThat(asked.path("filterArn").asText()).endsWith("filter/emotion");
        assertThat(asked.at("/filterValues/EMOTION").asText()).isEqualTo("\"happy\"");
        assertThat(asked.path("userId").asText()).isEqualTo("ann");
        assertThat(log).isEmpty();
    }

    @Test
    void withTooFewLikesItIsNotAskedAndTheNewestComeFirst() {
        Recommendations few = withLikes(29);

        assertThat(few.order(ANN, THERE)).isEqualTo(THERE);
        assertThat(personalize.calls()).noneMatch(call -> call.path().equals("/recommendations"));
        assertThat(log).singleElement().asString().contains("recommendation_fell_back", "29 likes of", "30 of 25");
    }

    @Test
    void thousandLikesOfTwentyFiveGuestsAreWantedWhereNobodySaysOtherwise() {
        withLikes(30, "PERSONALIZE_MIN_INTERACTIONS", "").order(ANN, THERE);

        assertThat(log).singleElement().asString().contains("1000 of 25");
    }

    @Test
    void beforeThereIsACampaignItHearsOfLikesAndTheGardenRecommendsByItself() {
        Recommendations early = recommendations("PERSONALIZE_CAMPAIGN_ARN", "", "PERSONALIZE_FILTER_ARN", "");
        early.learn(like("ben"));

        assertThat(asked("/events").path("userId").asText()).isEqualTo("ben");
        assertThat(early.order(ANN, THERE)).containsExactlyInAnyOrderElementsOf(THERE);
        assertThat(log).isEmpty();
    }

    @Test
    void ofElevenPicturesTenAreToldAtOnce() {
        PersonalizeDatasets.ofItems(environment())
                .putItems(IntStream.range(0, 11)
                        .mapToObj(i -> new GardenItem("emotions/happy/a_" + i + "h.jpeg", "happy", Hall.OPENING))
                        .toList());

        assertThat(personalize.calls()).hasSize(2);
        JsonNode item = asked("/items").at("/items/0");
        assertThat(item.path("itemId").asText()).isEqualTo("emotions/happy/a_10h.jpeg");
        assertThat(json(item.path("properties").asText()))
                .isEqualTo(json("{\"emotion\":\"happy\",\"timestamp\":" + Hall.OPENING.getEpochSecond() + "}"));
    }

    @Test
    void whoeverIsNotKnownSeesTheNewest() {
        assertThat(withLikes(30).order(new Guest(Optional.empty(), Context.UNKNOWN), THERE))
                .isEqualTo(THERE);
        assertThat(log).singleElement().asString().contains("Nobody knows");
    }

    @Test
    void whereItAnswersNothingOfUseTheNewestComeFirst() {
        for (Reply answer : List.of(
                items(),
                items("emotions/happy/gone_1h.jpeg"),
                Reply.of(200, "{}"),
                Reply.of(200, "<html>"),
                Reply.error(400, "InvalidInputException", "no"),
                Reply.error(404, "ResourceNotFoundException", "no"),
                Reply.error(429, "ThrottlingException", "slower"),
                Reply.error(500, "InternalServerException", "broken"))) {
            answers = call -> call.path().equals("/recommendations") ? answer : Reply.of(200, "{}");
            log.clear();

            assertThat(withLikes(30).order(ANN, THERE)).as(answer.body()).isEqualTo(THERE);
            assertThat(log).singleElement().asString().contains("recommendation_fell_back");
        }
    }

    @Test
    void aGuestDoesNotWaitForASlowOne() {
        answers = call -> {
            await();
            return Reply.of(200, "{}");
        };
        Recommendations slow = withLikes(30);

        long start = System.nanoTime();
        assertThat(slow.order(ANN, THERE)).isEqualTo(THERE);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(log).singleElement().asString().contains("recommendation_fell_back");
    }

    private void await() {
        try {
            assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whereNoCampaignIsConfiguredNobodyIsAsked() {
        Recommendations alone = Taste.of(new Environment(Map.of()), garden, () -> Hall.OPENING, new JsonLog(log::add));
        alone.learn(Likes.of("ann", THERE.get(2).key()));

        assertThat(alone.order(ANN, THERE)).containsExactlyInAnyOrderElementsOf(THERE);
        assertThat(personalize.calls()).isEmpty();
        assertThat(log).isEmpty();
    }

    @Test
    void aGuestWhoIsSeenIsAUser() {
        GuestBook guests = GuestBook.from(environment(), garden, () -> Hall.OPENING);

        guests.met(new GuestId("ann"), Generation.YOUNG_ADULT, Gender.FEMALE, Emotion.CALM);

        JsonNode user = asked("/users").at("/users/0");
        assertThat(asked("/users").path("datasetArn").asText()).endsWith("/USERS");
        assertThat(user.path("userId").asText()).isEqualTo("ann");
        assertThat(json(user.path("properties").asText()))
                .isEqualTo(json("{\"generation\":\"young-adult\",\"gender\":\"Female\",\"emotion\":\"CALM\"}"));
        assertThat(guests.find(new GuestId("ann"))).isPresent();
    }

    @Test
    void aUserThatPersonalizeDoesNotTakeIsKnownHereAllTheSame() {
        answers = call -> Reply.error(500, "InternalServerException", "broken");
        GuestBook guests = GuestBook.from(environment(), garden, () -> Hall.OPENING);

        assertThatThrownBy(() -> guests.met(new GuestId("ann"), Generation.CHILD, Gender.MALE, Emotion.SAD))
                .isInstanceOf(booth.core.Busy.class);
        assertThat(guests.find(new GuestId("ann"))).isPresent();
    }

    @Test
    void withoutItsDatasetsNothingIsTold() {
        PersonalizeDatasets none = PersonalizeDatasets.NONE;

        none.putUser("ann", Generation.CHILD, Gender.MALE, Optional.empty());
        none.putItems(List.of(new GardenItem("emotions/happy/a_1h.jpeg", "happy", Hall.OPENING)));

        assertThat(personalize.calls()).isEmpty();
    }
}
