package booth.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import booth.core.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must be true of the file without running it. */
class DefinitionTest {
    /** Error names that are AWS's own, from the Step Functions Developer Guide (error handling, service integrations). */
    private static final Set<String> AWS_ERRORS = Set.of(
            "States.ALL",
            "States.Timeout",
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.SnapStartNotReadyException",
            "Lambda.SnapStartTimeoutException",
            "SQS.AmazonSQSException",
            "SQS.SdkClientException");

    private static final Set<String> OF_A_MAP = Set.of("Segment", "MergeOne", "Titan Each");

    @Test
    void everyErrorNameIsOneOfAwsOrAClassThatExists() {
        assertThat(errorNames())
                .contains("booth.core.Refused", "booth.core.Busy")
                .allSatisfy(name -> {
                    if (!AWS_ERRORS.contains(name))
                        assertThat(Class.forName(name)).isAssignableTo(Throwable.class);
                });
    }

    @Test
    void tasksOfOneKindAreRetriedAlike() {
        Map<String, Set<JsonNode>> retries = new HashMap<>();
        tasks().forEach((name, task) ->
                retries.computeIfAbsent(kind(task), kind -> new HashSet<>()).add(task.path("Retry")));

        assertThat(retries)
                .hasSize(2)
                .allSatisfy((kind, blocks) -> assertThat(blocks)
                        .as(kind)
                        .hasSize(1)
                        .allSatisfy(block -> assertThat(block).isNotEmpty()));
    }

    @Test
    void refusalsAreNeverRetried() {
        tasks().forEach((name, task) -> task.path("Retry")
                .forEach(retrier -> assertThat(texts(retrier.path("ErrorEquals")))
                        .as(name)
                        .doesNotContain("booth.core.Refused", "States.ALL", "States.TaskFailed")));
    }

    @Test
    void everyRetryIsBoundedAndJittered() {
        tasks().forEach((name, task) -> task.path("Retry").forEach(retrier -> {
            int most = isOfCapacity(retrier) ? 60 : 6;
            assertThat(retrier.path("MaxAttempts").asInt()).as(name).isBetween(1, most);
            assertThat(retrier.path("MaxDelaySeconds").asInt()).as(name).isPositive();
            assertThat(retrier.path("JitterStrategy").asText()).as(name).isEqualTo("FULL");
        }));
    }

    /** With full jitter a pause is half its length on average; a version that went to sleep takes a minute or two to wake. */
    @Test
    void aFunctionWithoutRoomIsAskedAgainForSeveralMinutes() {
        tasks().forEach((name, task) -> {
            if (!kind(task).equals("function")) return;
            JsonNode capacity = task.path("Retry").get(0);
            assertThat(isOfCapacity(capacity)).as(name).isTrue();
            double pause = capacity.path("IntervalSeconds").asDouble();
            double seconds = 0;
            for (int i = 0; i < capacity.path("MaxAttempts").asInt(); i++) {
                seconds += pause / 2;
                pause = Math.min(
                        pause * capacity.path("BackoffRate").asDouble(),
                        capacity.path("MaxDelaySeconds").asDouble());
            }
            assertThat(seconds).as(name).isBetween(300., 900.);
        });
    }

    private static boolean isOfCapacity(JsonNode retrier) {
        return texts(retrier.path("ErrorEquals")).contains("Lambda.TooManyRequestsException");
    }

    @Test
    void everyStateSaysWhatItIsForAndEveryTaskHasATimeout() {
        Definition.states()
                .forEach((name, state) -> assertThat(state.path("Comment").asText())
                        .as(name)
                        .isNotBlank()
                        .hasSizeLessThan(120));
        tasks().forEach((name, task) ->
                assertThat(task.path("TimeoutSeconds").asInt()).as(name).isPositive());
    }

    @Test
    void everyTaskIsToldItsExecutionStateAttemptItemAndBooth() throws Exception {
        ObjectNode told = (ObjectNode) Json.MAPPER.readTree("{\"execution\":\"{% $states.context.Execution.Name %}\","
                + "\"state\":\"{% $states.context.State.Name %}\",\"attempt\":\"{% $states.context.State.RetryCount %}\","
                + "\"booth\":\"{% $booth %}\",\"started\":\"{% $states.context.Execution.StartTime %}\"}");

        tasks().forEach((name, task) -> {
            JsonNode arguments = task.path("Arguments");
            ObjectNode expected = told.deepCopy();
            if (name.equals("Detect")) expected.put("booth", "{% $states.input.booth %}");
            if (OF_A_MAP.contains(name)) expected.put("item", "{% $states.input.item %}");
            assertThat(
                            arguments.path("MessageBody").path("task").isMissingNode()
                                    ? arguments.path("task")
                                    : arguments.at("/MessageBody/task"))
                    .as(name)
                    .isEqualTo(expected);
        });
    }

    @Test
    void onlyArnsAndQueuesOfTheDeploymentAreLeftOpen() throws Exception {
        String raw = Files.readString(Path.of("photo-booth.asl.json"));
        List<String> placeholders = new ArrayList<>();
        var matcher = java.util.regex.Pattern.compile("\\$\\{(\\w+)}").matcher(raw);
        while (matcher.find()) placeholders.add(matcher.group(1));

        assertThat(placeholders)
                .containsOnly(
                        "DetectArn",
                        "SegmentArn",
                        "MergeMaskArn",
                        "PortraitArn",
                        "MonsterArn",
                        "NotifyArn",
                        "GenerationQueueUrl",
                        "SamRuns");
        assertThat(raw).doesNotContain("arn:aws:lambda");
    }

    private static Map<String, JsonNode> tasks() {
        Map<String, JsonNode> tasks = Definition.states();
        tasks.values().removeIf(state -> !state.path("Type").asText().equals("Task"));
        assertThat(tasks).isNotEmpty();
        return tasks;
    }

    private static String kind(JsonNode task) {
        return task.path("Resource").asText().contains(":lambda:") ? "function" : "queue";
    }

    private static Set<String> errorNames() {
        Set<String> names = new HashSet<>();
        Definition.states()
                .values()
                .forEach(state -> state.findValues("ErrorEquals").forEach(list -> names.addAll(texts(list))));
        return names;
    }

    private static List<String> texts(JsonNode list) {
        return Json.MAPPER.convertValue(
                list, Json.MAPPER.getTypeFactory().constructCollectionType(List.class, String.class));
    }
}
