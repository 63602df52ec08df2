package booth.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.function.JsonLog;
import booth.core.function.NoContext;
import booth.core.job.InMemoryObjectStore;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadLetterHandlerTest {
    private final GenerateFixture.FakeCallbacks callbacks = new GenerateFixture.FakeCallbacks();
    private final List<String> log = new ArrayList<>();
    private final InMemoryObjectStore garden = new InMemoryObjectStore();

    @Test
    void theWaitingBranchIsToldThatItsPictureWillNotCome() {
        handle(callbacks, GenerateFixture.order(1));

        assertThat(callbacks.told.get("token-1"))
                .isEqualTo("booth.core.Busy {\"errorType\":\"booth.core.Busy\",\"errorMessage\":"
                        + "\"The image model did not get to this picture in time; replay the job later.\"}");
        assertThat(log).singleElement().asString().contains(GenerateFixture.JOB.value(), "\"index\":1");
    }

    @Test
    void aBrokenOrderThatHoldsATokenIsAnswered() {
        handle(callbacks, GenerateFixture.message("m", "{\"taskToken\":\"t\",\"index\":9}"));

        assertThat(callbacks.told).containsOnlyKeys("t");
    }

    @Test
    void whatHoldsNoTokenIsDroppedAndHarmsNobody() {
        handle(
                callbacks,
                GenerateFixture.message("a", "hello"),
                GenerateFixture.message("b", "{}"),
                GenerateFixture.message("c", ""),
                GenerateFixture.order(2));

        assertThat(callbacks.told).containsOnlyKeys("token-2");
        assertThat(log).filteredOn(line -> line.contains("dead_letter_dropped")).hasSize(3);
    }

    @Test
    void whoOrderedAPictureOfATextFindsANote() {
        handle(
                callbacks,
                GenerateFixture.message("a", "{\"kind\":\"text-to-image\",\"key\":\"img_1.jpeg\"}"),
                GenerateFixture.message(
                        "b",
                        "{\"kind\":\"text-to-image\",\"failureKey\":\"batches/1/2.failed.json\",\"taskToken\":\"t\"}"));

        assertThat(new String(garden.read("orders/img_1.jpeg.failed.json"), UTF_8))
                .contains("booth.core.Busy", "did not get to this picture in time");
        assertThat(garden.exists("batches/1/2.failed.json")).isTrue();
        assertThat(callbacks.told).containsOnlyKeys("t");
    }

    @Test
    void anOrderOfAPlanIsNotedWhereThePlanSays() {
        garden.write(
                "batches/1/plan.json",
                ("{\"orders\":[{\"kind\":\"text-to-image\",\"key\":\"img_1.png\",\"prompt\":\"a\",\"width\":64,"
                                + "\"height\":64,\"failureKey\":\"batches/1/failed/0.json\"}]}")
                        .getBytes(UTF_8));

        handle(
                callbacks,
                GenerateFixture.message(
                        "a",
                        "{\"kind\":\"planned-text-to-image\",\"plan\":\"batches/1/plan.json\",\"item\":0,\"taskToken\":\"t\"}"),
                GenerateFixture.message(
                        "b",
                        "{\"kind\":\"planned-text-to-image\",\"plan\":\"batches/2/plan.json\",\"item\":0,\"taskToken\":\"u\"}"));

        assertThat(garden.list(""))
                .extracting(entry -> entry.key())
                .containsExactly("batches/1/failed/0.json", "batches/1/plan.json");
        assertThat(callbacks.told).containsOnlyKeys("t", "u");
    }

    @Test
    void aHostileLetterWritesNothingOver() {
        handle(
                callbacks,
                GenerateFixture.message("a", "{\"kind\":\"text-to-image\",\"key\":\"profile/you.jpeg\"}"),
                GenerateFixture.message(
                        "b", "{\"kind\":\"text-to-image\",\"failureKey\":\"likes/../orders/a.json\",\"key\":\"x\"}"));

        assertThat(garden.list("")).isEmpty();
    }

    @Test
    void whenAnAnswerDoesNotGetThroughTheLettersComeBackAndTheOthersAreAnswered() {
        TaskCallback stutters = new TaskCallback() {
            @Override
            public boolean succeed(String token, Generate.Result result) {
                throw new AssertionError("A dead letter is no success");
            }

            @Override
            public boolean fail(String token, Failure failure) {
                if (token.equals("token-1")) throw new Busy("Step Functions is busy", new IllegalStateException());
                return callbacks.fail(token, failure);
            }
        };

        assertThatThrownBy(() -> handle(stutters, GenerateFixture.order(1), GenerateFixture.order(2)))
                .isInstanceOf(Busy.class);
        assertThat(callbacks.told).containsOnlyKeys("token-2");
    }

    private void handle(TaskCallback callback, SQSMessage... letters) {
        SQSEvent event = new SQSEvent();
        event.setRecords(Arrays.asList(letters));
        new DeadLetterHandler(callback, Optional.of(new FailureNotes(garden)), new JsonLog(log::add))
                .handleRequest(event, NoContext.get());
    }
}
