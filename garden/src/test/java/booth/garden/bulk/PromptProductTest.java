package booth.garden.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import booth.core.Refused;
import booth.core.job.JobRequest;
import booth.garden.Emotion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptProductTest {
    private static final String TRIPLES = "\"seasons\":[\"spring\",\"summer\",\"autumn\",\"winter\"],"
            + "\"weathers\":[\"sunny\",\"cloudy\",\"rainy\",\"snowy\"],"
            + "\"times\":[\"day\",\"sunset\",\"the-middle-of-the-night\",\"the-early-dawn\"]";

    private final PromptTemplates templates = PromptTemplates.load();
    private final PromptProduct product = new PromptProduct(templates);

    @Test
    void thereAreAsManyPromptsAsTheProductOfTheLists() {
        List<GardenPrompt> prompts =
                of("{\"emotion\":\"happy\",\"animals\":[\"dog\",\"cat\",\"no animal\"]," + TRIPLES + "}");

        assertThat(prompts).hasSize(3 * 4 * 4 * 4).doesNotHaveDuplicates();
        assertThat(prompts.stream().map(GardenPrompt::search).distinct()).hasSize(64);
        assertThat(prompts.get(0).search()).hasToString("happy/spring,sunny,day");
        assertThat(prompts).allSatisfy(prompt -> assertThat(prompt.text()).doesNotContain("["));
    }

    @Test
    void anEmotionsTemplatesTakeTurns() {
        List<String> texts = of("{\"emotion\":\"sad\",\"animals\":[\"dog\",\"cat\",\"owl\"]}").stream()
                .map(GardenPrompt::text)
                .toList();

        assertThat(texts.get(0)).startsWith("botanic garden and bowed blue flowers with dog, strong sad nature");
        assertThat(texts.get(1)).startsWith("empty bench among falling petals with cat");
        assertThat(texts.get(2)).startsWith("botanic garden and bowed blue flowers with owl");
    }

    @Test
    void anEmptyTokenLeavesNoCommaBehind() {
        assertThat(of("{\"emotion\":\"calm\",\"animals\":[\"dog\"]}").get(0).text())
                .isEqualTo("botanic garden and flowers with dog, strong calm nature, watercolour wash, wide angle,"
                        + " cool palette, flowers, fantasy, concept art, trending on artstation, highly detailed,"
                        + " intricate, sharp focus, digital art");
    }

    @Test
    void aTokenIsReplacedWhereItStandsFirst() {
        Map<String, String> dog = new LinkedHashMap<>(Map.of("[ANIMAL]", "[WEATHER]"));
        dog.put("[WEATHER]", "sunny");

        assertThat(PromptTemplates.fill("[ANIMAL] and [ANIMAL]", Map.of("[ANIMAL]", "dog")))
                .isEqualTo("dog and [ANIMAL]");
        assertThat(PromptTemplates.fill("no token", dog)).isEqualTo("no token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a lake|spring,sunny,day|oil|a lake, spring,sunny,day, oil",
                "''|spring,sunny,day|oil|spring,sunny,day, oil",
                "a lake|''|''|a lake",
                "''|''|oil|oil"
            })
    void theTextIsJoinedOfWhatThereIs(String text, String favourite, String others, String joined) {
        assertThat(PromptText.of(Stream.of(text, favourite, others))).isEqualTo(joined);
    }

    @Test
    void aTextOfNothingOrTooMuchIsRefused() {
        assertThatThrownBy(() -> PromptText.of(Stream.of(" ", "")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("EMPTY_PROMPT");
        assertThatThrownBy(() -> PromptText.of(Stream.of("x".repeat(513))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("PROMPT_TOO_LONG");
    }

    @Test
    void repeatsPaintATextSeveralTimes() {
        assertThat(of("{\"emotion\":\"fear\",\"emotionText\":\"a dark wood\",\"repeats\":16}"))
                .hasSize(16)
                .containsOnly(of("{\"emotion\":\"fear\",\"emotionText\":\"a dark wood\"}")
                        .get(0));
    }

    @ParameterizedTest
    @EnumSource(Emotion.class)
    void everyCombinationOfEveryEmotionFitsIntoARequest(Emotion emotion) {
        List<GardenPrompt> prompts =
                of("{\"emotion\":\"" + emotion + "\",\"animals\":[\"no animal\",\"dog\"]," + TRIPLES + "}");

        assertThat(prompts)
                .allSatisfy(prompt -> assertThat(prompt.text()).hasSizeLessThanOrEqualTo(JobRequest.MAX_PROMPT));
    }

    @Test
    void thereAreAsManyTemplatesAsTheGardenAlwaysHad() {
        Map<Emotion, Integer> counts = new LinkedHashMap<>();
        for (Emotion emotion : Emotion.values())
            counts.put(emotion, templates.of(emotion).size());

        assertThat(counts)
                .isEqualTo(Map.of(
                        Emotion.HAPPY, 3,
                        Emotion.CALM, 3,
                        Emotion.FEAR, 3,
                        Emotion.SURPRISED, 4,
                        Emotion.SAD, 2,
                        Emotion.CONFUSED, 2,
                        Emotion.ANGRY, 3,
                        Emotion.DISGUSTED, 3));
        assertThat(templates.of(Emotion.ANGRY)).anyMatch(template -> !template.contains("["));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"emotion\":\"bored\",\"emotionText\":\"a\"}",
                "{\"emotion\":\"happy\",\"emotionText\":\"a\",\"animals\":[\"dog\"]}",
                "{\"emotion\":\"happy\",\"repeats\":17}",
                "{\"emotion\":\"happy\",\"repeats\":0}",
                "{\"emotion\":\"happy\",\"animals\":[]}",
                "{\"emotion\":\"happy\",\"animals\":[\"../x\"]}",
                "{\"emotion\":\"happy\",\"seasons\":[\"spring\"],\"byFavorite\":true}",
                "{\"emotion\":\"happy\",\"emotionText\":\"a\",\"favorite\":\"a/b\"}"
            })
    void aLineThatMakesNoSenseIsRefused(String row) {
        assertThatThrownBy(() -> of(row)).isInstanceOf(Refused.class);
    }

    @Test
    void aBatchThatIsTooLargeIsRefusedBeforeItIsMultipliedOut() {
        String many =
                "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\",\"l\",\"m\",\"n\",\"o\",\"p\"]";
        String row = "{\"emotion\":\"happy\",\"animals\":" + many + ",\"seasons\":" + many + ",\"weathers\":" + many
                + ",\"times\":" + many + ",\"repeats\":16}";

        assertThatThrownBy(() -> Json.read("it", ("{\"rows\":[" + row + "]}").getBytes(), BatchRequest.class))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("BATCH_TOO_LARGE: It would make 2097152 pictures");
    }

    @Test
    void theFirstGardenIsEightPicturesOfEachEmotionAndSomeHangUnderFavourites() {
        BatchRequest first = FirstGarden.request();
        List<GardenPrompt> prompts = product.of(first.rows());

        assertThat(first.pictures()).isEqualTo(64);
        assertThat(new HashSet<>(prompts)).hasSize(32);
        for (Emotion emotion : Emotion.values())
            assertThat(prompts)
                    .filteredOn(prompt -> prompt.search().emotion().equals(emotion.word()))
                    .hasSize(4)
                    .filteredOn(prompt -> prompt.search().favourite().isPresent())
                    .hasSize(1);
    }

    private List<GardenPrompt> of(String row) {
        return product.of(
                List.of(Json.read("row", row.getBytes(java.nio.charset.StandardCharsets.UTF_8), BatchRow.class)));
    }
}
