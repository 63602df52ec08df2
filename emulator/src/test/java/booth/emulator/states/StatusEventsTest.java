package booth.emulator.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What EventBridge is told of executions. */
class StatusEventsTest extends OnStates {
    @Test
    void everyTurnOfAnExecutionIsAnEvent() {
        String machine = states.create("Broken", States.oneTask(States.BROKEN));
        String arn = begin(machine, "one", "{\"a\":1}").executionArn();
        awaitEnd(arn);
        states.mended = true;
        states.client.redriveExecution(redrive -> redrive.executionArn(arn));
        awaitEnd(arn);

        await().until(() -> states.events.size() == 4);
        assertThat(states.events)
                .extracting(event -> event.at("/detail/status").textValue())
                .containsExactly("RUNNING", "FAILED", "RUNNING", "SUCCEEDED");
        JsonNode failed = states.events.get(1);
        assertThat(failed.path("source").textValue()).isEqualTo("aws.states");
        assertThat(failed.path("detail-type").textValue()).isEqualTo("Step Functions Execution Status Change");
        assertThat(failed.at("/resources/0").textValue()).isEqualTo(arn);
        assertThat(failed.at("/detail/name").textValue()).isEqualTo("one");
        assertThat(failed.at("/detail/stateMachineArn").textValue()).isEqualTo(machine);
        assertThat(failed.at("/detail/input").textValue()).isEqualTo("{\"a\":1}");
        assertThat(failed.at("/detail/output").isNull()).isTrue();
        assertThat(failed.at("/detail/error").textValue()).isEqualTo("booth.core.Busy");
        assertThat(failed.at("/detail/redriveStatus").textValue()).isEqualTo("REDRIVABLE");
        assertThat(failed.at("/detail/stopDate").longValue())
                .isGreaterThanOrEqualTo(failed.at("/detail/startDate").longValue())
                .isGreaterThan(1_600_000_000_000L);
        assertThat(states.events.get(3).at("/detail/redriveCount").intValue()).isEqualTo(1);
    }

    @Test
    void whatIsTooLongForAnEventIsLeftOut() {
        String machine = states.create("Echo", States.oneTask(States.ECHO));
        String input = "\"" + "x".repeat(130 << 10) + "\"";

        awaitEnd(begin(machine, "one", input).executionArn());

        await().until(() -> states.events.size() == 2);
        assertThat(states.events.get(0).at("/detail/input").textValue()).isEqualTo(input);
        JsonNode ended = states.events.get(1).path("detail");
        assertThat(ended.path("input").isNull()).isTrue();
        assertThat(ended.at("/inputDetails/included").booleanValue()).isFalse();
        assertThat(ended.path("output").textValue()).isEqualTo(input);
    }
}
