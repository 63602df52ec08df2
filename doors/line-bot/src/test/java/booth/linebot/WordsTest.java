package booth.linebot;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final Path CATALOGUE = Path.of("../../tasks/monster/src/main/resources/booth/monster/masks.json");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasWordsForEverything(Language language) {
        assertThat(Words.in(language).keySet()).isEqualTo(Words.in(Language.EN).keySet());
        assertThat(Words.in(language).values()).noneMatch(String::isBlank);
        for (String key : Words.in(Language.EN).keySet())
            assertThat(Words.of(language, key).contains("{}"))
                    .as(key)
                    .isEqualTo(Words.of(Language.EN, key).contains("{}"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void buttonsAreAsLineTakesThem(Language language) {
        assertThat(Buttons.in(language).items())
                .hasSizeLessThanOrEqualTo(13)
                .allSatisfy(item -> assertThat(item.action().label()).hasSizeLessThanOrEqualTo(20));
    }

    @Test
    void everyMaskOnAButtonIsInTheCatalogue() throws Exception {
        assertThat(Json.MAPPER.readTree(Files.readString(CATALOGUE)).findValuesAsText("id"))
                .containsAll(Buttons.MASKS);
    }
}
