package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsTest {
    private final Synthesized cloud = Synthesized.byDefault();

    @Test
    void everyFunctionIsJava25OnArmWithSnapStartTracingAndALogThatEnds() {
        assertThat(cloud.functions()).hasSize(15).allSatisfy(function -> {
            assertThat(function.property("/Runtime")).isEqualTo("java25");
            assertThat(function.property("/Architectures/0")).isEqualTo("arm64");
            assertThat(function.property("/SnapStart/ApplyOn")).isEqualTo("PublishedVersions");
            assertThat(function.property("/TracingConfig/Mode")).isEqualTo("Active");
            var log = cloud.one(function.property("/LoggingConfig/LogGroup"));
            assertThat(log.properties().path("RetentionInDays").asInt()).isEqualTo(14);
        });
        assertThat(cloud.functions())
                .extracting(function -> function.property("/Role"))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachFunctionIsCalledOftenEnoughToKeepItsSnapshot() {
        var schedules = cloud.all("AWS::Events::Rule").stream()
                .filter(rule -> !rule.property("/ScheduleExpression").isEmpty())
                .toList();

        assertThat(schedules)
                .extracting(rule -> cloud.handlerOf(rule.property("/Targets/0/Arn")))
                .containsExactlyInAnyOrderElementsOf(cloud.functions().stream()
                        .map(function -> function.property("/Handler").replaceAll(".*\\.", ""))
                        .toList());
        assertThat(schedules).allSatisfy(rule -> {
            assertThat(rule.property("/State")).isEqualTo("ENABLED");
            assertThat(rule.property("/ScheduleExpression")).matches("cron\\(\\d+ 4 \\*/5 \\* \\? \\*\\)");
        });
        assertThat(schedules.stream().map(rule -> rule.property("/ScheduleExpression")))
                .as("a new account runs ten functions at once")
                .satisfies(all -> assertThat(Set.copyOf(all)).hasSizeGreaterThan(6));
        assertThat(cloud.all("AWS::Lambda::Permission").stream()
                        .filter(permission -> permission.id().contains("KeepReady"))
                        .filter(permission -> permission.property("/Principal").equals("events.amazonaws.com"))
                        .map(permission -> cloud.handlerOf(permission.property("/FunctionName"))))
                .hasSameSizeAs(cloud.functions())
                .doesNotHaveDuplicates();
    }

    @Test
    void noFunctionAsksForMoreMemoryThanANewAccountIsGiven() {
        assertThat(cloud.functions())
                .allSatisfy(function -> assertThat(
                                function.properties().path("MemorySize").asInt())
                        .as(function.property("/Handler"))
                        .isBetween(512, 3008));
    }

    @Test
    void eachFunctionLogsWhereItsNameSaysAndAsItPrints() {
        assertThat(cloud.functions())
                .extracting(function ->
                        cloud.one(function.property("/LoggingConfig/LogGroup")).property("/LogGroupName"))
                .containsExactlyInAnyOrder(
                        "/photo-booth/PhotoBooth/Detect",
                        "/photo-booth/PhotoBooth/Segment",
                        "/photo-booth/PhotoBooth/MergeMask",
                        "/photo-booth/PhotoBooth/Portrait",
                        "/photo-booth/PhotoBooth/Monster",
                        "/photo-booth/PhotoBooth/Generate",
                        "/photo-booth/PhotoBooth/GenerateDeadLetters",
                        "/photo-booth/PhotoBooth/Notify",
                        "/photo-booth/PhotoBooth/FileLanded",
                        "/photo-booth/PhotoBooth/ExecutionStatusChanged",
                        "/photo-booth/PhotoBooth/Intake",
                        "/photo-booth/PhotoBooth/Callback",
                        "/photo-booth/PhotoBooth/Api",
                        "/photo-booth/PhotoBooth/Stream",
                        "/photo-booth/PhotoBooth/Push");
        assertThat(cloud.functions())
                .extracting(function -> function.property("/LoggingConfig/LogFormat"))
                .containsOnly("");
    }

    @Test
    void eachFunctionMayWriteItsOwnLogAndNoOther() {
        assertThat(cloud.functions())
                .allSatisfy(function -> assertThat(
                                cloud.grantsOf(function.property("/Handler").replaceAll(".*\\.", "")))
                        .filteredOn(grant -> grant.action().startsWith("logs:"))
                        .extracting(Synthesized.Grant::resource)
                        .containsOnly(function.property("/LoggingConfig/LogGroup")));
    }

    /** The tests of local/ hold that a handler reads just what it documents, and does without what is optional. */
    @Test
    void eachFunctionIsGivenWhatItsHandlerDocuments(@TempDir Path folder) {
        var choices = Synthesized.from(TestProject.in(folder)
                .stack(Map.of(
                        "samEndpoint",
                        "sam",
                        "seed",
                        43,
                        "negativePrompt",
                        "text, watermark",
                        "privateCallbacks",
                        true,
                        "gardenEndpoints",
                        "sd",
                        "allowedOrigins",
                        List.of("https://booth.example"))));

        assertThat(cloud.functions()).hasSameSizeAs(choices.functions()).allSatisfy(function -> {
            String handler = function.property("/Handler");
            var given = variables(function);
            given.addAll(variables(choices.function(handler.replaceAll(".*\\.", ""))));
            assertThat(given).as(handler).isEqualTo(documented(handler));
        });
    }

    private static Set<String> variables(Synthesized.Resource function) {
        return Synthesized.names(function.properties().at("/Environment/Variables"));
    }

    private static Set<String> documented(String handler) throws IOException {
        Path source = Path.of("src/main/java", handler.replace('.', '/') + ".java");
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("../tasks")), Files.walk(Path.of("../doors")))) {
            Path file = files.filter(path -> path.endsWith(source)).findFirst().orElseThrow();
            return Pattern.compile("<li>\\{@code ([A-Z_]+)}")
                    .matcher(Files.readString(file))
                    .results()
                    .map(entry -> entry.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
