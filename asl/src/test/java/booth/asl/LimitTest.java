package booth.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What AWS allows an execution: 256 KiB here and there, 25,000 events. */
class LimitTest {
    private static final String INVOKE =
            "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aHistoryOf25000EventsEndsTheExecution() {
        var execution = bench.run("""
                "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Choice", "Default": "A",
                  "Choices": [{"Condition": false, "Next": "End"}]}, "End": {"Type": "Succeed"}
                """);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).contains("States.Runtime");
        assertThat(execution.cause()).contains("The execution reached the maximum number of history events (25000).");
        assertThat(execution.history()).hasSize(25_000);
        assertThat(execution.notRedrivableReason()).contains("Execution history event limit exceeded");
    }

    @Test
    void anOutputMayHaveExactly256KiB() {
        var fits = "x".repeat(Payload.LIMIT - 2);
        assertThat(bench.run("\"S\": {\"Type\": \"Succeed\", \"Output\": \"%s\"}".formatted(fits))
                        .status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        var execution = bench.run("\"S\": {\"Type\": \"Succeed\", \"Output\": \"%sx\"}".formatted(fits));
        assertThat(execution.error()).contains("States.DataLimitExceeded");
        assertThat(execution.cause())
                .contains("The state/task 'S' returned a result with a size exceeding the maximum number of bytes"
                        + " service limit.");
    }

    @Test
    void argumentsAndVariablesHaveTheSameLimit() {
        bench.tasks.echoes("T");
        var large = "\"{% $pad('x', " + Payload.LIMIT + ") %}\"";
        assertThat(bench.run("\"T\": {" + INVOKE + ", \"Arguments\": " + large + ", \"Output\": 1}")
                        .error())
                .contains("States.DataLimitExceeded");
        assertThat(bench.run("\"P\": {\"Type\": \"Pass\", \"Assign\": {\"x\": " + large + "}, \"End\": true}")
                        .error())
                .contains("States.DataLimitExceeded");
        assertThat(bench.tasks.calls).isEmpty();
    }

    @Test
    void theLimitCountsBytesNotCharacters() {
        var execution = bench.run(
                "\"S\": {\"Type\": \"Succeed\", \"Output\": \"{% $pad('', " + Payload.LIMIT / 2 + ", '한') %}\"}");
        assertThat(execution.error()).contains("States.DataLimitExceeded");
    }
}
