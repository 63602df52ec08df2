package booth.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's snippet compiles and runs as it stands there, and every row of its tables names tests that exist. */
class ReadmeTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private static String readme() throws Exception {
        return Files.readString(Path.of("README.md"));
    }

    @Test
    void theSnippetPrintsWhatItSays(@TempDir Path classes) throws Exception {
        compile(classes);
        var printed = new ByteArrayOutputStream();
        var console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            run(classes);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .startsWith("ExecutionStarted", "TaskStateEntered", "TaskScheduled")
                .endsWith("ExecutionSucceeded", "SUCCEEDED \"Hello ADA\"");
    }

    private static void compile(Path classes) throws Exception {
        var snippet = SNIPPET.matcher(readme());
        assertThat(snippet.find()).isTrue();
        var source = Files.writeString(classes.resolve("Greeter.java"), snippet.group(1));
        var complaints = new ByteArrayOutputStream();
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(null, null, complaints, "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(failures).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static void run(Path classes) throws Exception {
        var location = new URL[] {classes.toUri().toURL()};
        try (var loader = new URLClassLoader(location, ReadmeTest.class.getClassLoader())) {
            var main = loader.loadClass("Greeter").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        }
    }

    @Test
    void everyRowOfTheTablesNamesATestThatExists() throws Exception {
        var missing = new ArrayList<String>();
        for (var row : rows()) {
            var tests = TEST.matcher(row).results().toList();
            if (tests.isEmpty()) missing.add(row);
            for (var test : tests) if (!exists(test.group(1), test.group(2))) missing.add(test.group());
        }
        assertThat(missing).isEmpty();
        assertThat(rows()).hasSizeGreaterThan(50);
    }

    /** The rows below the heads of the tables. */
    private static List<String> rows() throws Exception {
        return readme().lines()
                .takeWhile(line -> !line.startsWith("### Where JSONata differs"))
                .filter(line -> line.startsWith("| ") && !line.endsWith("| Test |"))
                .collect(Collectors.toList());
    }

    private static boolean exists(String type, String method) throws Exception {
        return Arrays.stream(Class.forName(nameOf(type)).getDeclaredMethods())
                .anyMatch(declared -> declared.getName().equals(method));
    }

    /** With its package, which the tables leave out. */
    private static String nameOf(String type) throws IOException {
        var tests = Path.of("src/test/java");
        try (var files = Files.walk(tests)) {
            var file = files.filter(found -> found.endsWith(type + ".java")).findFirst();
            return file.map(tests::relativize)
                    .map(found -> found.toString().replaceAll("[/\\\\]", ".").replaceAll("\\.java$", ""))
                    .orElse(type);
        }
    }
}
