package booth.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptsTest {
    @Test
    void eachPictureHasItsText() {
        Prompts prompts = Prompts.parse("[\"a meadow\",\"a city\",\"a galaxy\"]");

        assertThat(prompts.of(1)).isEqualTo("a meadow");
        assertThat(prompts.of(3)).isEqualTo("a galaxy");
        assertThat(prompts.of(4)).isEqualTo("a meadow");
        assertThat(prompts.of(10)).isEqualTo("a meadow");
    }

    @Test
    void aTextOf512CharactersIsTakenAndOneOf513IsNamed() {
        assertThat(Prompts.parse(three("x".repeat(512))).of(2)).hasSize(512);
        assertThatThrownBy(() -> Prompts.parse(three("x".repeat(513))))
                .hasMessage("Text 2 of PROMPTS has 513 characters; image models take 1 to 512.");
    }

    @Test
    void fewerThanThreeOrNoJsonIsAnError() {
        assertThatThrownBy(() -> Prompts.parse("[\"a\"]")).hasMessageContaining("three texts");
        assertThatThrownBy(() -> Prompts.parse("a meadow, a city, a galaxy")).hasMessageContaining("PROMPTS");
        assertThatThrownBy(() -> Prompts.parse(three(" "))).hasMessageContaining("Text 2 of PROMPTS");
    }

    private static String three(String second) {
        return Json.text(List.of("a", second, "c"));
    }
}
