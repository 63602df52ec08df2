package booth.asl;

import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.parse.DefinitionParser;
import booth.asl.run.Engine;
import booth.asl.run.StepListener;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's snippet runs, and every row of its tables names tests that exist. */
class ReadmeTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private static String readme() throws Exception {
        return Files.readString(Path.of("README.md"));
    }

    @Test
    void theSnippetPrintsWhatItSays() throws Exception {
        var printed = new ByteArrayOutputStream();
        var console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            snippet();
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .startsWith("ExecutionStarted", "TaskStateEntered", "TaskScheduled")
                .endsWith("ExecutionSucceeded", "SUCCEEDED \"Hello ADA\"");
    }

    private static void snippet() throws Exception {
        // snippet
        var machine = DefinitionParser.parse("""
                {"QueryLanguage": "JSONata", "StartAt": "Greet", "States": {
                  "Greet": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                            "Arguments": {"name": "{% $uppercase($states.input.guest) %}"},
                            "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 20}],
                            "Output": "{% 'Hello ' & $states.result.name %}", "End": true}}}
                """);
        TaskService echo = request -> CompletableFuture.completedFuture(request.arguments());
        try (var timer = new SystemTimer();
                var engine = new Engine(echo, timer, ForkJoinPool.commonPool())) {
            var identity = new ExecutionIdentity("arn:execution", "guest-1", "arn:machine", "greeter", "arn:role");
            var input = new ObjectMapper().readTree("{\"guest\": \"Ada\"}");
            StepListener printer = (run, step) -> step.events().forEach(event -> System.out.println(event.type()));
            var execution = engine.start(machine, identity, input, printer);
            var ended = execution.ended().toCompletableFuture().join();
            System.out.println(ended.status() + " " + ended.output().orElseThrow()); // SUCCEEDED "Hello ADA"
        }
        // end
    }

    @Test
    void theSnippetIsTheOneThatRuns() throws Exception {
        var source = Files.readString(Path.of("src/test/java/booth/asl/ReadmeTest.java"));
        var start = source.indexOf("// snippet\n") + "// snippet\n".length();
        var code = source.substring(start, source.indexOf("        // end\n")).indent(-8);
        assertThat(readme()).contains("```java\n" + code + "```");
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
