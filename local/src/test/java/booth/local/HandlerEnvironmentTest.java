package booth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the Javadoc of each function's handler lists is what the handler reads when it is constructed, and what the stack
 * gives it. The tests of cdk/ hold that the stack can give it all of that, what is optional too; and {@link
 * ArchitectureTest} that nobody else looks into the environment.
 */
class HandlerEnvironmentTest {
    private static final List<Path> TEMPLATES =
            List.of(Path.of("../cdk/PhotoBooth.template.json"), Path.of("../cdk/Garden.template.json"));
    private static final Pattern ENTRY = Pattern.compile("<li>\\{@code ([A-Z_]+)}( \\(optional\\))?");
    private static final String REGION = "aws.region";

    /** Values that handlers look into; any other is a name. */
    static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("PROMPTS", "[\"a\",\"b\",\"c\"]"),
            Map.entry("SEED", "43"),
            Map.entry("CFG_SCALE", "8"),
            Map.entry("QUALITY", "standard"),
            Map.entry("REGIONS", "us-west-2"),
            Map.entry("IMAGE_DIALECT", "titan"),
            Map.entry("FRAME_FIT", "crop"),
            Map.entry("GARDEN_DIALECT", "titan"),
            Map.entry("GARDEN_REGIONS", "us-west-2"),
            Map.entry("LINK_SECONDS", "60"),
            Map.entry("PICTURE_PRICE", "0.04"),
            Map.entry("PRICE_DATE", "2026-11-01"),
            Map.entry("PICTURES_AT_ONCE", "1"),
            Map.entry("RETENTION_DAYS", "7"),
            Map.entry("STREAM_ENDPOINT", "https://stream.example/live"),
            Map.entry("LEGACY_DAILY_PHOTOS", "5"),
            Map.entry("PERSONALIZE_MIN_INTERACTIONS", "1000"),
            Map.entry("MODELS_DIR", "../vision/models"));

    private static @Nullable String regionBefore;

    @BeforeAll
    static void setRegion() {
        regionBefore = System.setProperty(REGION, "us-west-2");
    }

    @AfterAll
    static void restoreRegion() {
        if (regionBefore == null) System.clearProperty(REGION);
        else System.setProperty(REGION, regionBefore);
    }

    record Function(String handler, Set<String> variables) {
        @Override
        public String toString() {
            return handler;
        }
    }

    /** @param required without which the handler does not start */
    private record Documented(Set<String> required, Set<String> optional) {
        Set<String> all() {
            Set<String> all = new TreeSet<>(required);
            all.addAll(optional);
            return all;
        }
    }

    /** An environment in which everything is set but {@code missing}; remembers what it was asked for. */
    private static final class Recording extends AbstractMap<String, String> {
        private final Set<String> asked = new TreeSet<>();
        private final String missing;

        Recording(String missing) {
            this.missing = missing;
        }

        @Override
        public @Nullable String get(Object name) {
            asked.add((String) name);
            return name.equals(missing) ? null : VALUES.getOrDefault(name, "name");
        }

        @Override
        public boolean containsKey(Object name) {
            return get(name) != null;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            throw new UnsupportedOperationException("A handler asks for its variables by name.");
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aHandlerReadsWhatItDocuments(Function function) throws Exception {
        Recording everything = new Recording("");

        construct(function.handler(), everything);

        assertThat(everything.asked).isEqualTo(documented(function.handler()).all());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aHandlerDoesNotStartWithoutWhatItRequires(Function function) throws Exception {
        for (String name : documented(function.handler()).required())
            assertThat(catchThrowable(() -> construct(function.handler(), new Recording(name))))
                    .hasRootCauseMessage("The environment variable " + name + " is not set.");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aHandlerDoesWithoutWhatIsOptional(Function function) throws Exception {
        Set<String> optional = documented(function.handler()).optional();
        optional.remove("SAM_ENDPOINT"); // without it hundreds of megabytes of models are loaded, where there are any

        for (String name : optional)
            assertThat(catchThrowable(() -> construct(function.handler(), new Recording(name))))
                    .as(name)
                    .isNull();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theStackGivesAHandlerWhatItRequiresAndNothingThatItDoesNotKnow(Function function) throws IOException {
        Documented documented = documented(function.handler());

        assertThat(function.variables()).containsAll(documented.required());
        assertThat(documented.all()).containsAll(function.variables());
    }

    static Stream<Function> functions() throws IOException {
        List<Function> functions = new ArrayList<>();
        for (Path template : TEMPLATES)
            new JsonMapper()
                    .readTree(Files.readAllBytes(template))
                    .path("Resources")
                    .forEach(resource -> function(resource).ifPresent(functions::add));
        return functions.stream();
    }

    private static Optional<Function> function(JsonNode resource) {
        JsonNode function = resource.path("Properties");
        return Optional.of(
                        new Function(function.path("Handler").asText(), names(function.at("/Environment/Variables"))))
                .filter(named -> resource.path("Type").asText().equals("AWS::Lambda::Function"));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Documented documented(String handler) throws IOException {
        Path source = Path.of("src/main/java", handler.replace('.', '/') + ".java");
        try (Stream<Path> tasks = Files.walk(Path.of("../tasks"));
                Stream<Path> doors = Files.walk(Path.of("../doors"));
                Stream<Path> garden = Files.walk(Path.of("../garden"))) {
            Stream<Path> files = Stream.of(tasks, doors, garden).flatMap(sources -> sources);
            String text = Files.readString(
                    files.filter(path -> path.endsWith(source)).findFirst().orElseThrow());
            assertThat(text).as("its Javadoc").contains(" * <p>Environment:");
            Documented documented = new Documented(new TreeSet<>(), new TreeSet<>());
            ENTRY.matcher(text)
                    .results()
                    .forEach(entry -> (entry.group(2) == null ? documented.required() : documented.optional())
                            .add(entry.group(1)));
            return documented;
        }
    }

    private static void construct(String handler, Map<String, String> environment) throws Exception {
        Class.forName(handler).getConstructor(Map.class).newInstance(environment);
    }
}
