package booth.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booth.emulator.account.Account;
import booth.emulator.lambda.FunctionSpec;
import booth.emulator.lambda.Functions;
import booth.emulator.lambda.Invocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls that keep functions ready, as the stack writes them and Lambda's serializers read them. */
class KeepReadyTest {
    private static final List<Path> TEMPLATES =
            List.of(Path.of("../cdk/PhotoBooth.template.json"), Path.of("../cdk/Garden.template.json"));

    /** A function that asks anybody anything fails. */
    private final Nowhere nowhere = new Nowhere();

    private final Functions functions =
            new Functions(new Account(LocalCloud.ACCOUNT_ID, LocalCloud.REGION, "any", "any"));

    record Scheduled(String handler, Map<String, String> environment, String event) {
        @Override
        public String toString() {
            return handler;
        }
    }

    @AfterEach
    void restore() {
        functions.close();
        nowhere.close();
    }

    @ParameterizedTest
    @MethodSource("scheduled")
    void everyFunctionAnswersTheCallThatKeepsItReadyAndAsksNobodyAnything(Scheduled call) {
        functions.deploy(new FunctionSpec(
                "f", call.handler(), call.environment(), Duration.ofSeconds(20), 512, FunctionSpec.Async.DEFAULT));

        Invocation answer = functions.invoke("f", call.event().getBytes(UTF_8));

        assertThat(answer.failed()).as(answer.text()).isFalse();
    }

    static Stream<Scheduled> scheduled() throws IOException {
        Stream<Scheduled> scheduled = Stream.empty();
        for (Path template : TEMPLATES) scheduled = Stream.concat(scheduled, scheduled(template));
        return scheduled;
    }

    /** Rules with a rate have work to do. */
    private static Stream<Scheduled> scheduled(Path template) throws IOException {
        JsonNode resources =
                new JsonMapper().readTree(Files.readAllBytes(template)).path("Resources");
        return resources
                .valueStream()
                .filter(rule ->
                        rule.at("/Properties/ScheduleExpression").asText().startsWith("cron"))
                .map(rule -> rule.at("/Properties/Targets/0"))
                .map(target -> {
                    JsonNode alias = resources.path(target.at("/Arn/Ref").asText());
                    JsonNode function = resources
                            .path(alias.at("/Properties/FunctionName/Ref").asText())
                            .path("Properties");
                    return new Scheduled(
                            function.path("Handler").asText(),
                            values(function.at("/Environment/Variables")),
                            target.path("Input").asText());
                });
    }

    private static Map<String, String> values(JsonNode variables) {
        Map<String, String> values = new TreeMap<>(Map.of("SAM_ENDPOINT", "sam")); // or else models are loaded
        variables
                .fieldNames()
                .forEachRemaining(name -> values.put(name, HandlerEnvironmentTest.VALUES.getOrDefault(name, "name")));
        return values;
    }
}
