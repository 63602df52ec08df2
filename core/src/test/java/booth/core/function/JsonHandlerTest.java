package booth.core.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.core.Busy;
import booth.core.Refused;
import booth.core.TestJson;
import booth.core.image.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class JsonHandlerTest {
    record Question(Frame frame, Optional<String> note) {}

    record Answer(int pixels, Optional<String> note) {}

    private static final String TASK =
            "'task':{'execution':'0123456789abcdef0123456789abcdef-r1','state':'Area','attempt':2}";

    private final List<String> log = new ArrayList<>();

    private final class Area extends JsonHandler<Question, Answer> {
        Area(BiFunction<Question, Optional<TaskContext>, Answer> task) {
            super(Question.class, task, new JsonLog(log::add));
        }
    }

    @Test
    void recordsGoInAndOutAsJson() {
        assertThat(invoke("{\"frame\":{\"width\":1024,\"height\":64},\"note\":\"hi\"}"))
                .isEqualTo("{\"pixels\":65536,\"note\":\"hi\"}");
    }

    @Test
    void absentOptionalsAreLeftOut() {
        assertThat(invoke("{\"frame\":{\"width\":1024,\"height\":64}}")).isEqualTo("{\"pixels\":65536}");
    }

    @Test
    void anUnknownFieldIsRejectedByName() {
        assertThatThrownBy(() -> invoke("{\"frame\":{\"width\":1024,\"height\":64,\"depth\":3}}"))
                .hasMessageContaining("depth");
    }

    @Test
    void aMissingFieldIsRejectedByName() {
        assertThatThrownBy(() -> invoke("{\"frame\":{\"width\":1024}}")).hasMessageContaining("height");
        assertThatThrownBy(() -> invoke("{}")).hasMessageContaining("frame");
    }

    @Test
    void aRefusalFromARecordKeepsItsName() {
        assertThatThrownBy(() -> invoke("{\"frame\":{\"width\":1024,\"height\":65}}"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("INVALID_FRAME: ");
    }

    @Test
    void theCallThatKeepsItReadyAsksNothingOfTheTask() {
        assertThat(invoke("{'detail-type':'KEEP_READY','Records':[]}")).isEqualTo("{}");
        assertThat(log).isEmpty();
    }

    @Test
    void theStateMachinesWordOnItselfIsNoneOfTheArguments() {
        assertThat(invoke("{'frame':{'width':1024,'height':64}," + TASK + "}")).isEqualTo("{\"pixels\":65536}");
    }

    @Test
    void aTaskMayAskWhichExecutionCalls() {
        Area area = new Area((question, caller) ->
                new Answer(1, caller.map(task -> task.execution() + " " + task.state() + " " + task.attempt())));

        assertThat(Invocation.of(area, "{'frame':{'width':1024,'height':64}," + TASK + "}"))
                .contains("0123456789abcdef0123456789abcdef-r1 Area 2");
        assertThat(Invocation.of(area, "{'frame':{'width':1024,'height':64}}")).isEqualTo("{\"pixels\":1}");
    }

    @Test
    void aCallLeavesOneLineInTheLog() {
        invoke("{'frame':{'width':1024,'height':64}," + TASK + "}");

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.path("event").asText()).isEqualTo("task_succeeded");
            assertThat(line.path("jobId").asText()).isEqualTo("0123456789abcdef0123456789abcdef");
            assertThat(line.path("execution").asText()).isEqualTo("0123456789abcdef0123456789abcdef-r1");
            assertThat(line.path("state").asText()).isEqualTo("Area");
            assertThat(line.path("attempt").intValue()).isEqualTo(2);
            assertThat(line.path("millis").isIntegralNumber()).isTrue();
            assertThat(line.has("error")).isFalse();
        });
    }

    @Test
    void aCallThatFailsSaysHowAndWhy() {
        fail(new Refused("NO_FACE", "No face."));
        fail(new Busy("SAM is busy", new IllegalStateException()));
        fail(new IllegalStateException("No frame"));
        fail(new StackOverflowError());

        assertThat(lines())
                .extracting(line -> line.path("event").asText() + " "
                        + line.path("error").asText() + " "
                        + line.path("message").asText() + " "
                        + line.path("state").asText())
                .containsExactly(
                        "task_refused NO_FACE No face. Area",
                        "task_busy booth.core.Busy SAM is busy Area",
                        "task_failed java.lang.IllegalStateException No frame Area",
                        "task_failed java.lang.StackOverflowError  Area");
    }

    @Test
    void whatCannotBeReadIsLoggedWithWhatIsKnown() {
        assertThatThrownBy(() -> invoke("no JSON"));
        assertThatThrownBy(() -> invoke("[]"));
        assertThatThrownBy(() -> invoke(""));
        assertThatThrownBy(() -> invoke("{'jobId':'0123456789abcdef0123456789abcdef'}"));
        assertThatThrownBy(() -> invoke("{'frame':{'width':1024,'height':64},'task':{'execution':'x'}}"));

        assertThat(lines())
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.path("event").asText()).isEqualTo("task_failed"));
        assertThat(lines().get(3).path("jobId").asText()).isEqualTo("0123456789abcdef0123456789abcdef");
    }

    private void fail(Throwable error) {
        Area area = new Area((question, caller) -> {
            throw sneaky(error);
        });
        assertThatThrownBy(() -> Invocation.of(area, "{'frame':{'width':1024,'height':64}," + TASK + "}"))
                .isSameAs(error);
    }

    private static RuntimeException sneaky(Throwable error) {
        if (error instanceof Error fatal) throw fatal;
        return (RuntimeException) error;
    }

    private List<JsonNode> lines() {
        return log.stream().map(line -> TestJson.read(line, JsonNode.class)).toList();
    }

    private String invoke(String json) {
        return Invocation.of(
                new Area((q, caller) -> new Answer(q.frame().width() * q.frame().height(), q.note())), json);
    }
}
