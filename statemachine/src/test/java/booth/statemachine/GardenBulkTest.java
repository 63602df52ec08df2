package booth.statemachine;

import static booth.statemachine.FakeTasks.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionIdentity;
import booth.asl.ExecutionStatus;
import booth.asl.TaskFailure;
import booth.asl.VirtualTimer;
import booth.asl.parse.DefinitionParser;
import booth.asl.run.Engine;
import booth.asl.run.Execution;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the garden's deployed file itself, with fake functions, a fake queue and a clock that does not wait. */
class GardenBulkTest {
    private static final Path FILE = Path.of("garden-bulk.asl.json");

    private final FakeTasks tasks = new FakeTasks();
    private final VirtualTimer clock = new VirtualTimer();
    private final Engine engine = new Engine(tasks, clock, Runnable::run);

    @BeforeEach
    void goWell() {
        planned(6, 3);
        tasks.answer("ConcludeBatch", asked -> json("{\"status\":\"succeeded\",\"made\":6}"));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aFewOrdersStandInTheLineAtOnceAndNumbersAreAllThatTravels() {
        Execution execution = start();

        assertThat(tasks.messages()).hasSize(3);
        JsonNode first = tasks.messages().get(0);
        assertThat(first)
                .isEqualTo(
                        json("{\"kind\":\"planned-text-to-image\",\"plan\":\"batches/work/b/plan-0.json\",\"item\":0,"
                                + "\"taskToken\":\"" + first.path("taskToken").asText()
                                + "\",\"task\":{\"execution\":\"b-r0\",\"state\":\"Picture\",\"attempt\":0,\"item\":0,"
                                + "\"started\":\"2026-11-20T10:00:00.000Z\"}}"));
        paint(0);
        assertThat(tasks.messages()).hasSize(4);
        for (int i = 1; i < 6; i++) paint(i);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(tasks.messages().stream().map(message -> message.path("item").asInt()))
                .containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(tasks.calls("ConcludeBatch"))
                .extracting(call -> call.path("batch").asText())
                .containsExactly("b");
    }

    @Test
    void aPictureThatFailsDoesNotSpoilTheOthers() {
        Execution execution = start();

        engine.taskFailed(token(0), "booth.core.Refused", "{\"errorMessage\":\"" + "x".repeat(2000) + "\"}");
        for (int i = 1; i < 6; i++) paint(i);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void aBatchOfWhichNothingCameIsSeenToHaveFailed() {
        tasks.answer("ConcludeBatch", asked -> json("{\"status\":\"failed\",\"made\":0}"));
        Execution execution = start();

        for (int i = 0; i < 6; i++) engine.taskFailed(token(i), "booth.core.Busy", "{}");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("NoPicture");
    }

    @Test
    void anOrderThatNobodyAnswersIsGivenUpWhenTheQueueHasForgottenIt() {
        Execution execution = start();

        clock.advance(Duration.ofHours(2).plusMinutes(1));
        assertThat(tasks.messages()).hasSize(6);
        clock.advance(Duration.ofHours(2).plusMinutes(1));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void aThousandPicturesFitIntoWhatAMachineMayCarry() {
        planned(1000, 40);
        Execution execution = start();

        for (int i = 0; i < 1000; i++) engine.taskFailed(token(i), "booth.core.Refused", "x".repeat(32_000));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void aBusyPlanIsMadeLater() {
        tasks.failNext("PlanBatch", new TaskFailure("booth.core.Busy", "{}"));

        start();
        clock.advance(Duration.ofMinutes(1));

        assertThat(tasks.messages()).hasSize(3);
    }

    @Test
    void tasksAreRetriedAsThePhotoBoothsAre() {
        Map<String, JsonNode> here = retries(json(text()));
        Map<String, JsonNode> there = new LinkedHashMap<>();
        Definition.states().forEach((name, state) -> {
            if (state.has("Retry"))
                there.put(state.path("Resource").asText().contains("sqs") ? "queue" : "function", state.path("Retry"));
        });

        assertThat(here).containsOnlyKeys("Plan", "Conclude", "Picture");
        assertThat(here.get("Plan")).isEqualTo(there.get("function"));
        assertThat(here.get("Conclude")).isEqualTo(there.get("function"));
        assertThat(here.get("Picture")).isEqualTo(there.get("queue"));
    }

    @Test
    void everyStateSaysWhatItIsForAndOnlyTheDeploymentsNamesAreLeftOpen() {
        for (JsonNode comment : json(text()).findValues("Type"))
            assertThat(comment.asText()).isNotBlank();
        JsonNode states = json(text()).path("States");
        states.properties()
                .forEach(state -> assertThat(state.getValue().path("Comment").asText())
                        .as(state.getKey())
                        .isNotBlank()
                        .hasSizeLessThan(120));
        List<String> open = new ArrayList<>();
        var matcher = java.util.regex.Pattern.compile("\\$\\{(\\w+)}").matcher(raw());
        while (matcher.find()) open.add(matcher.group(1));
        assertThat(open).containsExactlyInAnyOrder("PlanBatchArn", "ConcludeBatchArn", "GenerationQueueUrl");
    }

    private static Map<String, JsonNode> retries(JsonNode machine) {
        Map<String, JsonNode> retries = new LinkedHashMap<>();
        machine.path("States").properties().forEach(state -> {
            if (state.getValue().has("Retry"))
                retries.put(state.getKey(), state.getValue().path("Retry"));
            retries.putAll(retries(state.getValue().path("ItemProcessor")));
        });
        return retries;
    }

    private void planned(int pictures, int concurrency) {
        tasks.answer(
                "PlanBatch",
                asked -> json("{\"plan\":\"batches/work/b/plan-0.json\",\"pictures\":" + pictures + ",\"concurrency\":"
                        + concurrency + "}"));
    }

    private Execution start() {
        return engine.start(
                DefinitionParser.parse(text()),
                new ExecutionIdentity("arn:execution:b-r0", "b-r0", "arn:machine", "GardenBulk", "arn:role"),
                json("{\"batch\":\"b\",\"attempt\":0}"),
                (execution, step) -> {});
    }

    private void paint(int item) {
        engine.taskSucceeded(token(item), json("{\"index\":0,\"status\":\"succeeded\"}"));
    }

    private String token(int message) {
        return tasks.messages().get(message).path("taskToken").asText();
    }

    private static String text() {
        return raw().replace("${GenerationQueueUrl}", "generation-queue")
                .replaceAll("\\$\\{(\\w+)Arn}", "arn:aws:lambda:us-east-1:000000000000:function:$1");
    }

    private static String raw() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
