package booth.statemachine;

import static booth.statemachine.FakeTasks.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionStatus;
import booth.asl.TaskFailure;
import booth.asl.run.Execution;
import booth.core.Json;
import booth.core.job.ExecutionInput;
import booth.core.job.JobRequest;
import booth.core.job.Look;
import booth.core.job.LookChoice;
import booth.core.job.Seed;
import booth.core.job.Subject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The same machine where a job wants something else than new worlds. */
class LookTest {
    private static final JobRequest REQUEST = new JobRequest(
                    "face.jpg", "image/jpeg", Optional.of("abc"), Optional.empty(), "booth-1", List.of())
            .seeded(Optional.of(new Seed(43)));

    @Test
    void aPortraitIsMadeOfTheFrameAlone() {
        try (Machine machine = machine(
                new LookChoice(Optional.of(Look.PORTRAIT), Optional.of(Subject.of("face 2")), Optional.empty()))) {
            machine.facesFound(2);
            Execution execution = machine.start();

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            JsonNode faces = json(("[{\"box\":[1,2.5,3,4],\"mask\":\"FOLDERface-1.png\"},"
                            + "{\"box\":[2,2.5,3,4],\"mask\":\"FOLDERface-2.png\"}]")
                    .replace("FOLDER", machine.folder));
            assertThat(machine.tasks.calls("Portrait"))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.get("faces")).isEqualTo(faces))
                    .satisfies(
                            asked -> assertThat(asked.get("subject").asText()).isEqualTo("face 2"))
                    .satisfies(asked ->
                            assertThat(asked.get("notices").asText()).isEqualTo(machine.folder + "notices.json"))
                    .satisfies(asked -> assertThat(asked.get("pictures")).hasSize(3));
            assertNothingIsPainted(machine);
            assertThat(machine.tasks.calls("Notify").get(0).path("pictures")).isEqualTo(pictures(machine));
        }
    }

    @Test
    void aPortraitNeedsNoFace() {
        try (Machine machine = machine(LookChoice.of(Look.PORTRAIT))) {
            machine.facesFound(0);

            assertThat(machine.start().status()).isEqualTo(ExecutionStatus.SUCCEEDED);

            assertThat(machine.tasks.calls("Portrait").get(0).get("faces")).isEmpty();
            assertThat(machine.tasks.calls("Notify").get(0).has("refusal")).isFalse();
        }
    }

    @Test
    void masksGoOnTheFacesThatWereFound() {
        try (Machine machine =
                machine(new LookChoice(Optional.of(Look.MONSTER), Optional.empty(), Optional.of("tiger")))) {
            Execution execution = machine.start();

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            ObjectNode asked = machine.tasks.calls("Monster").get(0).deepCopy();
            asked.remove("task");
            assertThat(asked)
                    .isEqualTo(json(("{\"frame\":\"FOLDERframe.png\",\"faces\":\"FOLDERfaces.json\",\"wish\":\"tiger\","
                                    + "\"seed\":43,\"pictures\":[\"FOLDERphoto_abc_1.jpeg\",\"FOLDERphoto_abc_2.jpeg\","
                                    + "\"FOLDERphoto_abc_3.jpeg\"],\"notices\":\"FOLDERnotices.json\"}")
                            .replace("FOLDER", machine.folder)));
            assertNothingIsPainted(machine);
        }
    }

    @Test
    void masksWithoutAFaceAreRejected() {
        try (Machine machine = machine(LookChoice.of(Look.MONSTER))) {
            machine.facesFound(0);

            assertThat(machine.start().status()).isEqualTo(ExecutionStatus.SUCCEEDED);

            assertThat(machine.tasks.calls("Monster")).isEmpty();
            assertThat(machine.tasks.calls("Notify").get(0).at("/refusal/Cause").asText())
                    .startsWith("NO_FACE: ");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Look.class, mode = Mode.EXCLUDE, names = "WORLDS")
    void whatIsRefusedIsTold(Look look) {
        try (Machine machine = machine(LookChoice.of(look))) {
            machine.tasks.failNext(
                    name(look), new TaskFailure("booth.core.Refused", "NO_SUCH_FACE: Face 3 was asked for."));

            assertThat(machine.start().status()).isEqualTo(ExecutionStatus.SUCCEEDED);

            assertThat(machine.tasks.calls("Notify").get(0).at("/refusal/Cause").asText())
                    .startsWith("NO_SUCH_FACE");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Look.class, mode = Mode.EXCLUDE, names = "WORLDS")
    void whatFailsFailsThereAndIsRedriven(Look look) {
        try (Machine machine = machine(LookChoice.of(look))) {
            machine.tasks.failNext(name(look), new TaskFailure("java.lang.OutOfMemoryError", "heap"));
            Execution execution = machine.start();
            assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);

            execution.redrive();
            machine.clock.advance(Duration.ofMinutes(1));

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(machine.tasks.calls("Detect")).hasSize(1);
        }
    }

    /** An execution that was started before there were looks is redriven after. */
    @Test
    void anInputOfAnEarlierReleaseMakesNewWorlds() {
        try (Machine machine = new Machine(REQUEST)) {
            ObjectNode input = Json.MAPPER.valueToTree(ExecutionInput.of(machine.job));
            input.remove(List.of("look", "subject", "masks", "seed"));

            machine.start(input);

            assertThat(machine.tasks.messages()).hasSize(3);
        }
    }

    private static Machine machine(LookChoice wanted) {
        Machine machine = new Machine(REQUEST.with(wanted));
        for (String function : List.of("Portrait", "Monster"))
            machine.tasks.answer(function, asked -> ((ObjectNode) json("{}")).set("pictures", pictures(machine)));
        return machine;
    }

    private static JsonNode pictures(Machine machine) {
        return json("[" + machine.painted(1) + "," + machine.painted(2) + "," + machine.painted(3) + "]");
    }

    private static void assertNothingIsPainted(Machine machine) {
        assertThat(machine.tasks.messages()).isEmpty();
        assertThat(machine.tasks.calls("Segment")).isEmpty();
        assertThat(machine.tasks.calls("MergeMask")).isEmpty();
    }

    private static String name(Look look) {
        return look == Look.PORTRAIT ? "Portrait" : "Monster";
    }
}
