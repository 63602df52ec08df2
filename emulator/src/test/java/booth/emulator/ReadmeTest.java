package booth.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.template.ResourceType;
import booth.emulator.template.Schema;
import booth.emulator.template.types.ResourceTypes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's program compiles and runs as it stands there, and its table is the registry's. */
class ReadmeTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theProgramPrintsWhatItSays(@TempDir Path folder) throws Exception {
        compile(folder);
        var printed = new ByteArrayOutputStream();
        var console = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            run(folder);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(UTF_8)).isEqualToIgnoringNewLines("Hello Ada");
    }

    private static void compile(Path classes) throws Exception {
        var program = PROGRAM.matcher(Files.readString(Path.of("README.md")));
        assertThat(program.find()).isTrue();
        var source = Files.writeString(classes.resolve("Greeter.java"), program.group(1));
        var complaints = new ByteArrayOutputStream();
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(null, null, complaints, "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(failures).as(complaints.toString(UTF_8)).isZero();
    }

    private static void run(Path classes) throws Exception {
        var location = new URL[] {classes.toUri().toURL()};
        try (var loader = new URLClassLoader(location, ReadmeTest.class.getClassLoader())) {
            var main = loader.loadClass("Greeter").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {classes.toString()});
        }
    }

    @Test
    void theTableIsTheRegistrys() throws Exception {
        assertThat(lines("| `AWS::"))
                .containsExactlyElementsOf(schemas()
                        .filter(schema -> schema.nothingHere().isEmpty())
                        .map(schema -> row(
                                List.of(schema.type()),
                                schema.honoured(),
                                schema.passedOver().keySet(),
                                schema.attributes()))
                        .toList());
    }

    @Test
    void theListOfTypesThatDoNothingIsTheRegistrys() throws Exception {
        var byReason = schemas()
                .filter(schema -> schema.nothingHere().isPresent())
                .collect(groupingBy(schema -> schema.nothingHere().orElseThrow(), TreeMap::new, joiningTypes()));

        assertThat(lines("- `AWS::"))
                .containsExactlyElementsOf(byReason.entrySet().stream()
                        .map(reason -> "- " + reason.getValue() + ": " + reason.getKey())
                        .toList());
    }

    private static Collector<Schema, ?, String> joiningTypes() {
        return mapping(schema -> "`" + schema.type() + "`", joining(", "));
    }

    private static Stream<Schema> schemas() {
        return ResourceTypes.ALL.types().map(ResourceType::schema);
    }

    @SafeVarargs
    private static String row(Collection<String>... cells) {
        return Stream.of(cells)
                .map(cell -> cell.stream().map(word -> "`" + word + "`").collect(joining(", ")))
                .collect(joining(" | ", "| ", " |"));
    }

    private static List<String> lines(String start) throws Exception {
        try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
            return lines.filter(line -> line.startsWith(start)).toList();
        }
    }
}
