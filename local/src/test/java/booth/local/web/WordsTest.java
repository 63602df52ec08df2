package booth.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.job.Look;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reads a name where words should be. */
class WordsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path WEB = ROOT.resolve("doors/web/src/main/resources/web");
    private static final Pattern NAMED = Pattern.compile(
            "data-t(?:-label|-placeholder)?=\"([\\w.]+)\"|\\b(?:t|wordsFor)\\('([\\w.]+)'|button\\('([\\w.]+)'");
    private static final Pattern CODE = Pattern.compile(
            "new (?:Refused|Problem)\\(\\s*\"([A-Z][A-Z_]+)\"|static final String CODE = \"([A-Z_]+)\"");

    private static final String OPERATORS = "operators\\.html|app/operators/.*";
    private static final String GARDEN = "(garden|studio|gardener|wall)\\.html|app/garden/.*";

    private static final Pattern NOTICE = Pattern.compile("new Notice\\(\\s*\"([A-Z_]+)\"");
    private static final Pattern CAUSE = Pattern.compile("\"Cause\": \"([A-Z_]+): ");

    @ParameterizedTest
    @ValueSource(strings = {"ko"})
    void everyLanguageSaysTheSame(String language) throws IOException {
        assertThat(names(language)).isEqualTo(names("en"));
    }

    @Test
    void whatThePagesSayHasWords() throws IOException {
        Set<String> said = said(file -> !file.matches(OPERATORS) && !file.matches(GARDEN));

        assertThat(said).hasSizeGreaterThan(50);
        assertThat(names("en")).containsAll(said);
    }

    /** It has words of its own, and shares the booth's. */
    @Test
    void whatTheGardensPagesSayHasWords() throws IOException {
        Set<String> said = said(file -> file.matches(GARDEN));
        Set<String> words = new TreeSet<>(names("en"));
        words.addAll(names("garden.en"));

        assertThat(said).hasSizeGreaterThan(80);
        assertThat(words).containsAll(said);
        assertThat(names("garden.ko")).isEqualTo(names("garden.en"));
    }

    private static Set<String> said(Predicate<String> page) throws IOException {
        try (Stream<Path> files = Files.walk(WEB)) {
            return found(
                    files.filter(file -> file.toString().matches(".*\\.(html|js)"))
                            .filter(file -> page.test(WEB.relativize(file).toString())),
                    NAMED);
        }
    }

    /** All that a photo can be refused for, or a job can fail with. */
    @Test
    void everyFailureHasFriendlyWords() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String folder : new String[] {
            "tasks/detect/src/main",
            "tasks/generate/src/main",
            "tasks/notify/src/main",
            "doors/intake/src/main",
            "core/src/main/java/booth/core/image"
        })
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                codes.addAll(found(files.filter(file -> file.toString().endsWith(".java")), CODE));
            }
        codes.addAll(found(Stream.of(ROOT.resolve("statemachine/photo-booth.asl.json")), CAUSE));
        codes.removeIf(code -> code.startsWith("INVALID_")); // of programs, not of photos
        assertThat(codes).contains("NO_FACE", "TIMED_OUT", "PHOTO_TOO_LARGE", "PHOTO_TOO_HEAVY", "PHOTO_TOO_SLOW");

        Set<String> words = names("en");
        assertThat(codes)
                .allSatisfy(
                        code -> assertThat(words).contains("problem." + code + ".title", "problem." + code + ".text"));
    }

    /** All that a guest may want to know of a job. */
    @Test
    void everyNoticeHasFriendlyWords() throws IOException {
        Set<String> codes;
        try (Stream<Path> files = Files.walk(ROOT.resolve("tasks"))) {
            codes = found(files.filter(file -> file.toString().matches(".*/src/main/.*\\.java")), NOTICE);
        }
        assertThat(codes).contains("NO_PERSON", "FACE_TOO_SMALL", "NO_LANDMARKS", "UNKNOWN_MASK");

        Set<String> words = names("en");
        assertThat(codes).allSatisfy(code -> assertThat(words).contains("notice." + code));
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void everyLookHasANameAndWordsOfItsOwn(Look look) throws IOException {
        assertThat(names("en")).contains("look." + look.word(), "look." + look.word() + ".text");
        if (look != Look.WORLDS)
            assertThat(names("en")).contains("stage.generate." + look.word(), "guest.title." + look.word());
    }

    private static Set<String> names(String language) throws IOException {
        JsonNode words = new JsonMapper()
                .readTree(WEB.resolve("text/" + language + ".json").toFile());
        assertThat(words).allSatisfy(word -> assertThat(word.asText()).isNotBlank());
        return words.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Stream<Path> files, Pattern pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files.filter(Files::isRegularFile).toList()) {
            var matcher = pattern.matcher(Files.readString(file));
            while (matcher.find())
                for (int group = 1; group <= matcher.groupCount(); group++)
                    if (matcher.group(group) != null) names.add(matcher.group(group));
        }
        return names;
    }
}
