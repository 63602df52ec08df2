package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.ExecutionStatus;
import booth.asl.definition.ErrorNames;
import booth.asl.definition.Retrier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retry, with the examples of AWS's page on error handling. */
class RetryTest {
    private Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Execution run(String retry) {
        return bench.run("""
                "X": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Y", "Retry": %s,
                      "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}]},
                "Y": {"Type": "Pass", "Output": "Y", "End": true},
                "Z": {"Type": "Pass", "Output": "Z", "End": true}
                """.formatted(retry));
    }

    private static List<Duration> seconds(double... seconds) {
        return Arrays.stream(seconds)
                .mapToObj(s -> Duration.ofMillis(Math.round(s * 1000)))
                .toList();
    }

    @Test
    void pausesGrowByTheBackoffRate() {
        bench.tasks.fails("X", "Busy");
        var execution = run("""
                [{"ErrorEquals": ["Busy"], "IntervalSeconds": 3, "MaxAttempts": 3, "BackoffRate": 2}]
                """);
        bench.advance(1000);
        assertThat(bench.tasks.pauses()).isEqualTo(seconds(3, 6, 12));
        assertThat(execution.output()).contains(json("\"Z\""));
    }

    @Test
    void aBackoffRateOfOneAndAHalfGivesThreeThenFourAndAHalf() {
        bench.tasks.fails("X", "Busy");
        run("[{\"ErrorEquals\": [\"Busy\"], \"IntervalSeconds\": 3, \"MaxAttempts\": 2, \"BackoffRate\": 1.5}]");
        bench.advance(1000);
        assertThat(bench.tasks.pauses()).isEqualTo(seconds(3, 4.5));
    }

    @Test
    void aBackoffRateOfOneKeepsThePause() {
        bench.tasks.fails("X", "Busy");
        run("[{\"ErrorEquals\": [\"Busy\"], \"IntervalSeconds\": 3, \"MaxAttempts\": 2, \"BackoffRate\": 1}]");
        bench.advance(1000);
        assertThat(bench.tasks.pauses()).isEqualTo(seconds(3, 3));
    }

    @Test
    void maxDelayCapsThePause() {
        bench.tasks.fails("X", "Busy");
        run("""
                [{"ErrorEquals": ["Busy"], "IntervalSeconds": 3, "MaxAttempts": 3, "BackoffRate": 2, "MaxDelaySeconds": 5}]
                """);
        bench.advance(1000);
        assertThat(bench.tasks.pauses()).isEqualTo(seconds(3, 5, 5));
    }

    @Test
    void defaultsAreOneSecondThreeAttemptsAndDoubling() {
        bench.tasks.fails("X", "Busy");
        run("[{\"ErrorEquals\": [\"Busy\"]}]");
        bench.advance(1000);
        assertThat(bench.tasks.pauses()).isEqualTo(seconds(1, 2, 4));
    }

    @Test
    void fullJitterSpreadsEachPauseFromZeroToItsLength() {
        RandomGenerator half = () -> 1L << 62; // a quarter of the unsigned range: nextDouble() is 0.25
        bench = new Bench(half);
        bench.tasks.fails("X", "Busy");
        run("""
                [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2, "JitterStrategy": "FULL"}]
                """);
        bench.advance(1000);
        assertThat(bench.tasks.pauses()).isEqualTo(seconds(0.5, 1, 2));
    }

    @Test
    void jitterStaysWithinThePause() {
        var retrier = new Retrier(new ErrorNames(List.of("Busy")), Duration.ofSeconds(2), 3, 2, Optional.empty(), true);
        var random = new Random(7);
        assertThat(IntStream.range(0, 1000).mapToObj(i -> retrier.delay(1, random)))
                .allMatch(pause -> !pause.isNegative() && pause.compareTo(Duration.ofSeconds(4)) <= 0)
                .anyMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) < 0)
                .anyMatch(pause -> pause.compareTo(Duration.ofSeconds(3)) > 0);
    }

    /** AWS's "complex retry scenario". */
    @Test
    void eachRetrierCountsItsOwnAttempts() {
        bench.tasks
                .fails("X", "ErrorA")
                .fails("X", "ErrorB")
                .fails("X", "ErrorC")
                .fails("X", "ErrorB");
        var execution = run("""
                [{"ErrorEquals": ["ErrorA", "ErrorB"], "IntervalSeconds": 1, "BackoffRate": 2.0, "MaxAttempts": 2},
                 {"ErrorEquals": ["ErrorC"], "IntervalSeconds": 5}]
                """);
        bench.advance(1000);
        assertThat(bench.tasks.pauses()).isEqualTo(seconds(1, 2, 5));
        assertThat(execution.output()).contains(json("\"Z\""));
    }

    @Test
    void aRetryThatSucceedsGoesOn() {
        bench.tasks.fails("X", "Busy").gives("X", "{}");
        var execution = run("[{\"ErrorEquals\": [\"States.ALL\"], \"IntervalSeconds\": 20}]");
        bench.advance(19);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        bench.advance(1);
        assertThat(execution.output()).contains(json("\"Y\""));
    }

    @Test
    void zeroAttemptsNeverRetryAndHideLaterRetriers() {
        bench.tasks.fails("X", "booth.core.Refused");
        var execution = run("""
                [{"ErrorEquals": ["booth.core.Refused"], "MaxAttempts": 0}, {"ErrorEquals": ["States.ALL"]}]
                """);
        bench.advance(1000);
        assertThat(bench.tasks.calls).hasSize(1);
        assertThat(execution.output()).contains(json("\"Z\""));
    }

    @ParameterizedTest
    @CsvSource({
        "States.ALL, Custom, true",
        "States.ALL, States.Timeout, true",
        "States.ALL, States.QueryEvaluationError, true",
        "States.ALL, States.DataLimitExceeded, false",
        "States.ALL, States.Runtime, false",
        "States.TaskFailed, Custom, true",
        "States.TaskFailed, Lambda.TooManyRequestsException, true",
        "States.TaskFailed, States.Timeout, false",
        "States.TaskFailed, States.DataLimitExceeded, false",
        "States.TaskFailed, States.Runtime, false",
        "States.Timeout, States.Timeout, true",
        "States.DataLimitExceeded, States.DataLimitExceeded, true",
        "States.Runtime, States.Runtime, false",
        "Custom, custom, false",
    })
    void wildcardsMatchWhatAwsSays(String pattern, String error, boolean expected) {
        assertThat(new ErrorMatcher(new ErrorNames(List.of(pattern))).matches(Failure.of(error, "")))
                .isEqualTo(expected);
    }

    @Test
    void aTimeoutIsNotRetriedWhereTheExampleExcludesIt() {
        bench.tasks.fails("X", "States.Timeout");
        run("[{\"ErrorEquals\": [\"States.Timeout\"], \"MaxAttempts\": 0}, {\"ErrorEquals\": [\"States.ALL\"]}]");
        bench.advance(1000);
        assertThat(bench.tasks.calls).hasSize(1);
    }

    @Test
    void aFailedEvaluationCanBeRetriedAndCaught() {
        bench.tasks.gives("X", "{}").gives("X", "{\"n\": 1}");
        var execution = bench.run("""
                "X": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                      "Output": "{% $states.result.n %}",
                      "Retry": [{"ErrorEquals": ["States.QueryEvaluationError"]}]}
                """);
        bench.advance(1);
        assertThat(execution.output()).contains(json("1"));
    }

    @Test
    void aStateEnteredAnewHasFreshRetries() {
        bench.tasks.fails("X", "Busy").gives("X", "1").fails("X", "Busy").gives("X", "2");
        var execution = bench.run("""
                "X": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Again",
                      "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}]},
                "Again": {"Type": "Choice", "Default": "Done",
                          "Choices": [{"Condition": "{% $states.input = 1 %}", "Next": "X"}]},
                "Done": {"Type": "Succeed"}
                """);
        bench.advance(10);
        assertThat(execution.output()).contains(json("2"));
    }
}
