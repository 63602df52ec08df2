package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;

class SettingsTest {
    @Test
    void theDefaultsAreValid() {
        Settings settings = read(Map.of());
        assertThat(settings.imageModel()).isEqualTo("us.stability.stable-image-inpaint-v1:0");
        assertThat(settings.imageDialect()).isEqualTo("stability");
        assertThat(settings.regions()).containsExactly("us-west-2", "us-east-1", "us-east-2");
        assertThat(settings.frameFit()).isEqualTo("crop");
        assertThat(settings.samEndpoints()).isEmpty();
        assertThat(settings.segmentMemoryMb()).isEqualTo(3008);
        assertThat(settings.generateConcurrency()).isEqualTo(3);
        assertThat(settings.negativePrompt()).isEmpty();
        assertThat(settings.cfgScale()).isEqualTo(7.5);
        assertThat(settings.quality()).isEqualTo("premium");
        assertThat(settings.seed()).isEmpty();
        assertThat(settings.retentionDays()).isEqualTo(7);
        assertThat(settings.linkSeconds()).isEqualTo(3600);
        assertThat(settings.allowedOrigins()).isEmpty();
        assertThat(settings.legacyRoutes()).isTrue();
        assertThat(settings.legacyDailyPhotos()).isEqualTo(200);
        assertThat(settings.lineChannel()).isEmpty();
        assertThat(settings.garden())
                .isEqualTo(new GardenPainting(
                        "stability",
                        "stability.stable-image-core-v1:1",
                        List.of("us-west-2"),
                        List.of(),
                        0.04,
                        "2026-11-01",
                        1));
        assertThat(settings.prompts())
                .hasSize(3)
                .allMatch(prompt -> prompt.startsWith("a person with styled hair in a tidy traditional uniform"));
    }

    @Test
    void theCommandLineWritesEverythingAsText() {
        Settings settings = read(Map.of(
                "regions", "eu-west-1, eu-central-1",
                "prompts", "[\"one, two\", \"three\", \"four\"]",
                "generateConcurrency", "8",
                "allowedOrigins", "https://booth.example, http://localhost:8080",
                "legacyRoutes", "false",
                "samEndpoint", "sam-vit-h, sam-vit-l",
                "seed", "43"));
        assertThat(settings.seed()).contains(43);
        assertThat(settings.legacyRoutes()).isFalse();
        assertThat(settings.allowedOrigins()).containsExactly("https://booth.example", "http://localhost:8080");
        assertThat(settings.regions()).containsExactly("eu-west-1", "eu-central-1");
        assertThat(settings.prompts()).containsExactly("one, two", "three", "four");
        assertThat(settings.generateConcurrency()).isEqualTo(8);
        assertThat(settings.samEndpoints()).containsExactly("sam-vit-h", "sam-vit-l");
    }

    static List<Arguments> mistakes() {
        return List.of(
                Arguments.of(
                        "prompts",
                        List.of("a", "b", "c", "d"),
                        "Setting prompts must be three texts, one for each picture, not 4."),
                Arguments.of("prompts", List.of("a", " ", "c"), "Setting prompts holds an empty text."),
                Arguments.of(
                        "prompts",
                        List.of("a", "b", "x".repeat(513)),
                        "Setting prompts holds a text of 513 characters, 512 is the limit: " + "x".repeat(40) + "…."),
                Arguments.of(
                        "lineChannel",
                        "arn:aws:ssm:us-west-2:123456789012:parameter/line",
                        "Setting lineChannel must be the name or the ARN of a secret of Secrets Manager, not"
                                + " 'arn:aws:ssm:us-west-2:123456789012:parameter/line'."),
                Arguments.of(
                        "gardenDialect",
                        "stable-diffusion",
                        "Setting gardenEndpoints must name an endpoint where gardenDialect is stable-diffusion."),
                Arguments.of(
                        "gardenDialect",
                        "nova",
                        "Setting gardenDialect must be stability, titan or stable-diffusion, not 'nova'."),
                Arguments.of("gardenRegions", List.of(), "Setting gardenRegions must name at least one region."),
                Arguments.of("gardenPrice", 11, "Setting gardenPrice must be 0 to 10 US dollars a picture, not 11.0."),
                Arguments.of("gardenPicturesAtOnce", 0, "Setting gardenPicturesAtOnce must be 1 to 10, not 0."),
                Arguments.of("gardenPriceDate", "today", "Setting gardenPriceDate must be a day like 2026-11-01."),
                Arguments.of("linkSeconds", 604801, "Setting linkSeconds must be 1 to 604800, seven days, not 604801."),
                Arguments.of(
                        "allowedOrigins",
                        List.of("booth.example"),
                        "Setting allowedOrigins holds 'booth.example', which is no origin like https://booth.example."),
                Arguments.of("prompts", "[\"a\"", "Setting prompts is no JSON array"),
                Arguments.of(
                        "segmentMemoryMb",
                        1024,
                        "Setting segmentMemoryMb must be 1769, one processor, to 10240, Lambda's most, not 1024."),
                Arguments.of(
                        "segmentMemoryMb",
                        10_241,
                        "Setting segmentMemoryMb must be 1769, one processor, to 10240, Lambda's most, not 10241."),
                Arguments.of(
                        "generateConcurrency",
                        1,
                        "Setting generateConcurrency must be 2 to 1000, the range Lambda allows a queue, not 1."),
                Arguments.of(
                        "generateConcurrency",
                        "many",
                        "Setting generateConcurrency must be a whole number, not 'many'."),
                Arguments.of("imageDialect", "dalle", "Setting imageDialect must be stability or titan, not 'dalle'."),
                Arguments.of("imageModel", "", "Setting imageModel is missing from the context"),
                Arguments.of(
                        "imageModel",
                        "a model",
                        "Setting imageModel must be the id of a model or inference profile, not 'a model'."),
                Arguments.of("regions", List.of(), "Setting regions must name at least one region."),
                Arguments.of("regions", "oregon", "Setting regions holds 'oregon', which is no region's name."),
                Arguments.of("frameFit", "stretch", "Setting frameFit must be crop or squash, not 'stretch'."),
                Arguments.of(
                        "samEndpoint",
                        "sam-vit-h,sam_endpoint",
                        "Setting samEndpoint must be the name of an endpoint, or several with commas, not"
                                + " 'sam_endpoint'."),
                Arguments.of("legacyDailyPhotos", "-1", "Setting legacyDailyPhotos must be 0, none, to 10000, not -1."),
                Arguments.of("legacyRoutes", "no", "Setting legacyRoutes must be true or false, not 'no'."),
                Arguments.of(
                        "negativePrompt",
                        "x".repeat(513),
                        "Setting negativePrompt has 513 characters, 512 is the limit."),
                Arguments.of("cfgScale", 1, "Setting cfgScale must be 1.1 to 10, not 1.0."),
                Arguments.of("cfgScale", "NaN", "Setting cfgScale must be 1.1 to 10, not NaN."),
                Arguments.of("cfgScale", "much", "Setting cfgScale must be a number, not 'much'."),
                Arguments.of("quality", "best", "Setting quality must be premium or standard, not 'best'."),
                Arguments.of("seed", -1, "Setting seed must be 0 to 2147483646, not -1."),
                Arguments.of("seed", 2147483647, "Setting seed must be 0 to 2147483646, not 2147483647."),
                Arguments.of("seed", "any", "Setting seed must be a whole number, not 'any'."),
                Arguments.of("retentionDays", 0, "Setting retentionDays must be 1 to 365, not 0."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsSaidInASentence(String name, Object value, String sentence) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    private static Settings read(Map<String, Object> overrides) {
        var context = new HashMap<>(TestProject.defaults());
        context.putAll(overrides);
        return Settings.from(App.Builder.create().context(context).build().getNode());
    }
}
