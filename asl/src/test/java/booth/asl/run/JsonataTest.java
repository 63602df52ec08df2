package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expressions: AWS's functions, numbers, null and undefined, errors and bounds. */
class JsonataTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Execution evaluate(String expression, String input) {
        return bench.run(
                "\"A\": {\"Type\": \"Pass\", \"Output\": \"{%% %s %%}\", \"End\": true}".formatted(expression), input);
    }

    private String value(String expression) {
        var execution = evaluate(expression, "{}");
        return execution
                .output()
                .map(Object::toString)
                .orElseGet(() -> execution.cause().orElse("?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$partition([1,2,3,4,5,6,7,8,9], 4)|[[1,2,3,4],[5,6,7,8],[9]]",
                "$partition([], 4)|[]",
                "$range(1, 9, 2)|[1,3,5,7,9]",
                "$range(5, 1, -2)|[5,3,1]",
                "$range(1, 9, 9)|1",
                "[$range(1, 9, 9)]|[1]",
                "[$range(1, 0, 1)]|[]",
                "$range(1.4, 5.6, 2.2)|[1,3,5]",
                "$count($range(1, 1001, 1))|1001",
                "$partition([1,2,3,4,5], 2.6)|[[1,2],[3,4],[5]]",
                "$partition([1,2,3])|[[1,2,3]]",
                "$partition([1,2], 5)|[[1,2]]",
                "$hash('input data', 'SHA-1')|\"aaff4a450a104cd177d28d18d74485e8cae074b7\"",
                "$parse('{\\\"a\\\": [1, null, 2.5]}')|{\"a\":[1,null,2.5]}",
                "$random(42) = $random(42)|true",
                "$random() < 1|true",
                "$length($uuid())|36",
                "$uuid() = $uuid()|false",
                "$now()|\"2026-11-20T10:00:00.000Z\"",
                "$millis()|1795168800000",
                "$now('[Y0001]')|\"2026\"",
                "$pad('foo', 5)|\"foo  \"",
                "$pad('foo', -5, '#')|\"##foo\"",
                "$pad('foo', 8, '한a')|\"foo한a한a한\"",
                "$pad('foo', 2)|\"foo\"",
            })
    void awsFunctions(String expression, String expected) {
        assertThat(value(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|1",
                "1.0|1",
                "2 / 2|1",
                "1 / 4|0.25",
                "9007199254740991|9007199254740991",
                "$sum([1, 2, 3])|6",
                "$count([])|0",
                "-0.0|0",
                "null|null",
                "[null, 1]|[null,1]",
                "[]|[]",
                "[$states.input.none]|[]",
            })
    void wholeNumbersStayWholeAndNullStaysNull(String expression, String expected) {
        assertThat(value(expression)).isEqualTo(expected);
    }

    @Test
    void aPathMayGiveOneOrNoneUnlessBracketed() {
        assertThat(evaluate("$states.input.faces.id", "{\"faces\": [{\"id\": 1}]}")
                        .output())
                .contains(json("1"));
        assertThat(evaluate("[$states.input.faces.id]", "{\"faces\": [{\"id\": 1}]}")
                        .output())
                .contains(json("[1]"));
        assertThat(evaluate("[$states.input.faces.id]", "{\"faces\": []}").output())
                .contains(json("[]"));
    }

    @Test
    void undefinedIsAnErrorThatNamesStateFieldAndExpression() {
        var execution = bench.run(
                "\"State0\": {\"Type\": \"Pass\", \"Output\": {\"result\": \"{% $doesNotExist %}\"}, \"End\": true}");
        assertThat(execution.error()).contains("States.QueryEvaluationError");
        assertThat(execution.cause())
                .contains(
                        "An error occurred while executing the state 'State0' (entered at the event id #2). The JSONata"
                                + " expression '$doesNotExist' specified for the field 'Output/result' returned nothing"
                                + " (undefined).");
    }

    @Test
    void anErrorGivesJsonatasCodeAndText() {
        assertThat(value("$randomSeeded(1)"))
                .endsWith("The JSONata expression '$randomSeeded(1)' specified for the field 'Output' threw an error"
                        + " during evaluation. T1006: Attempted to invoke a non-function");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 /* one */", "/* one */ 1", "(0; /* one */ 1)", "1 /* a */ /* b */"})
    void commentsStandAnywhere(String expression) {
        assertThat(value(expression)).isEqualTo("1");
    }

    @Test
    void aFunctionIsNoResult() {
        assertThat(value("$fn := function($x){$x}"))
                .endsWith(
                        "The JSONata expression '$fn := function($x){$x}' specified for the field 'Output' returned an"
                                + " unsupported result type.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$eval('1 + 1')",
                "$error('broken lens')",
                "$",
                "name",
                "function($x){$x}",
                "$range(1, 10000000, 1)",
                "$range(1, 10, 0.49)",
                "$range(1, 5)",
                "$range('a', 5, 1)",
                "$partition('not an array', 2)",
                "$partition([1], '2')",
                "$partition([1], null)",
                "$partition([1], 1, 1)",
                "$hash('a')",
                "$hash('a', 'sha-256')",
                "$hash(1, 'MD5')",
                "$parse('')",
                "$parse('1 2')",
                "$parse(1)",
                "$parse(null)",
                "$uuid('x')",
                "$random('seed')",
                "$random(null)",
                "$range(1, 2, 0)",
                "$partition([1], 0)",
                "$hash('a', 'CRC32')",
                "$parse('{')",
                "1 / 0",
            })
    void whatStepFunctionsCannotEvaluateIsAnError(String expression) {
        var execution = evaluate(expression, "{}");
        assertThat(execution.error()).contains("States.QueryEvaluationError");
        assertThat(execution.cause().orElseThrow()).contains("'A'", "'Output'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($n){$f($n + 1)}; $f(0))",
                "($f := function($n){1 + $f($n + 1)}; $f(0))",
                "[1..10000000]",
                "$pad('', 1000000000)",
            })
    void anEndlessExpressionFailsInsteadOfHangingItsExecution(String expression) {
        assertThat(evaluate(expression, "{}").error()).contains("States.QueryEvaluationError");
    }

    @Test
    void honestRecursionHasRoom() {
        assertThat(value("($f := function($n){$n <= 1 ? 1 : $n + $f($n - 1)}; $f(100))"))
                .isEqualTo("5050");
        assertThat(value("($f := function($n, $s){$n = 0 ? $s : $f($n - 1, $s + $n)}; $f(10000, 0))"))
                .isEqualTo("50005000");
    }

    @Test
    void evaluationLeavesTheInputAsItWas() {
        var execution = bench.run("""
                "A": {"Type": "Pass", "Assign": {"sorted": "{% $sort($states.input.list) %}",
                                                 "longer": "{% $append($states.input.list, [0]) %}",
                                                 "nulls": "{% $states.input %}"}, "Next": "B"},
                "B": {"Type": "Pass", "End": true}
                """, "{\"list\": [3, 1, 2], \"x\": null}");
        assertThat(execution.output()).contains(json("{\"list\": [3, 1, 2], \"x\": null}"));
    }

    @Test
    void oneMachineServesManyThreads() throws Exception {
        var machine = Bench.machine("""
                "A": {"Type": "Pass", "Assign": {"n": "{% $states.input %}"}, "Next": "B"},
                "B": {"Type": "Pass", "Output": "{% $sum([1..$n]) %}", "End": true}
                """);
        var pool = Executors.newFixedThreadPool(4);
        try (var engine = new Engine(bench.tasks, bench.timer, pool)) {
            var ended = IntStream.range(1, 200)
                    .mapToObj(n -> engine.start(machine, Bench.IDENTITY, json("" + n), (execution, step) -> {})
                            .ended()
                            .toCompletableFuture())
                    .toList();
            for (int n = 1; n < 200; n++) {
                assertThat(ended.get(n - 1).get().output()).contains(json("" + n * (n + 1) / 2));
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
