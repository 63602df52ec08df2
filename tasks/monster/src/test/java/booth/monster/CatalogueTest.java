package booth.monster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.read();

    @Test
    void thereAreEnoughMasksForThreeCasts() {
        assertThat(CATALOGUE.masks())
                .hasSizeGreaterThanOrEqualTo(12)
                .extracting(MonsterMask::id)
                .doesNotHaveDuplicates();
        for (Catalogue.Tag tag : CATALOGUE.tags())
            assertThat(CATALOGUE.tagged(tag.id())).as(tag.id()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void everyMaskAndKindHasNamesInFourLanguages() {
        for (MonsterMask mask : CATALOGUE.masks()) assertNames(mask.id(), mask.names());
        for (Catalogue.Tag tag : CATALOGUE.tags()) assertNames(tag.id(), tag.names());
    }

    private static void assertNames(String id, Map<String, List<String>> names) {
        assertThat(names.keySet()).as(id).containsExactlyInAnyOrder("en", "ja", "ko", "zh");
        names.forEach((language, words) ->
                assertThat(words).as(id + " " + language).isNotEmpty().noneMatch(String::isBlank));
    }

    @Test
    void everyMaskIsFreeAndOfSomeKind() {
        for (MonsterMask mask : CATALOGUE.masks()) {
            assertThat(mask.licence()).isEqualTo("CC0-1.0");
            assertThat(mask.tags()).isNotEmpty();
        }
    }

    @Test
    void noNameMeansTwoMasks() {
        Map<String, String> owner = new HashMap<>();
        for (MonsterMask mask : CATALOGUE.masks())
            for (List<String> names : mask.names().values())
                for (String name : names)
                    assertThat(owner.merge(name, mask.id(), (a, b) -> a)).isEqualTo(mask.id());
    }

    @Test
    void aKindThatIsNotInTheCatalogueIsAMistake() {
        assertThatThrownBy(() ->
                        new Catalogue(List.of(), List.of(new MonsterMask("owl", Map.of(), List.of("cute"), "CC0-1.0"))))
                .hasMessageContaining("owl has a tag");
    }
}
