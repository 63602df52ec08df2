package booth.asl.run;

import static booth.asl.run.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import booth.asl.ExecutionStatus;
import booth.asl.parse.Finding;
import booth.asl.parse.InvalidDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Variables: when they change and who sees them. */
class AssignTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void assignAndOutputSeeTheValuesBeforeTheState() {
        var execution = bench.run("""
                "First": {"Type": "Pass", "Assign": {"x": 1, "y": 2}, "Next": "Swap"},
                "Swap": {"Type": "Pass", "Assign": {"x": "{% $y %}", "y": "{% $x %}"}, "Output": "{% $x %}", "Next": "Last"},
                "Last": {"Type": "Pass", "Output": {"before": "{% $states.input %}", "x": "{% $x %}", "y": "{% $y %}"}, "End": true}
                """);
        assertThat(execution.output()).contains(json("{\"before\": 1, \"x\": 2, \"y\": 1}"));
    }

    @Test
    void variablesOutliveOutputs() {
        bench.tasks.gives("Detect", "{\"faces\": 3}");
        var execution = bench.run("""
                "Detect": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                           "Assign": {"faces": "{% $states.result.faces %}", "jobId": "{% $states.input.id %}"},
                           "Output": {}, "Next": "Rest"},
                "Rest": {"Type": "Wait", "Seconds": 1, "Next": "Last"},
                "Last": {"Type": "Succeed", "Output": "{% $jobId & ':' & $faces %}"}
                """, "{\"id\": \"a\"}");
        bench.advance(1);
        assertThat(execution.output()).contains(json("\"a:3\""));
    }

    @Test
    void innerScopesReadOuterVariables() {
        var execution = bench.run("""
                "State0": {"Type": "Pass", "Assign": {"x": 42, "items": [1, 2, 3]}, "Next": "State1"},
                "State1": {"Type": "Map", "Items": "{% $items %}", "End": true, "ItemProcessor": {
                    "StartAt": "Inner", "States": {
                      "Inner": {"Type": "Pass", "Assign": {"innerX": "{% $x %}"}, "Next": "Sum"},
                      "Sum": {"Type": "Pass", "Output": "{% $innerX + $states.input %}", "End": true}}}}
                """);
        assertThat(execution.output()).contains(json("[43, 44, 45]"));
    }

    @Test
    void innerScopesNeverWriteOuterVariables() {
        var definition = """
                "M": {"Type": "Map", "Items": [1], "Assign": {"x": "outer"}, "End": true,
                      "Catch": [{"ErrorEquals": ["States.ALL"], "Assign": {"y": "outer"}, "Next": "After"}],
                      "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true,
                        "Assign": {"y": "inner"}, "Branches": [
                          {"StartAt": "B", "States": {"B": {"Type": "Pass", "Assign": {"x": "innermost"}, "End": true}}}]}}}},
                "After": {"Type": "Succeed"}
                """;
        assertThatThrownBy(() -> Bench.machine(definition))
                .isInstanceOfSatisfying(
                        InvalidDefinition.class,
                        invalid -> assertThat(invalid.findings())
                                .extracting(Finding::code, Finding::path)
                                .containsExactlyInAnyOrder(
                                        tuple("INVALID_VARIABLE", "/States/M/ItemProcessor/States/P/Assign/y"),
                                        tuple(
                                                "INVALID_VARIABLE",
                                                "/States/M/ItemProcessor/States/P/Branches/0/States/B/Assign/x")));
    }

    @Test
    void aBranchMayAssignWhatACatcherOfItsParallelAssigns() {
        var parallel = """
                "P": {"Type": "Parallel", "Next": "Good", %s "Branches": [
                    {"StartAt": "B", "States": {
                      "B": {"Type": "Pass", "Assign": {"x": "inner"}, "Next": "C"},
                      "C": {"Type": "Fail", "Error": "E", "Cause": "{%% $x %%}"}}}],
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Bad",
                             "Assign": {"x": "{%% $states.errorOutput.Cause & ' and outer' %%}"}}]},
                "Good": {"Type": "Succeed"}, "Bad": {"Type": "Succeed", "Output": "{%% $x %%}"}
                """;
        assertThat(bench.run(parallel.formatted("")).output()).contains(json("\"inner and outer\""));
        assertThatThrownBy(() -> Bench.machine(parallel.formatted("\"Assign\": {\"x\": 1},")))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("/States/P/Branches/0/States/B/Assign/x");
    }

    @Test
    void innerVariablesEndWithTheirScope() {
        var execution = bench.run("""
                "P": {"Type": "Parallel", "Next": "After", "Branches": [
                    {"StartAt": "B", "States": {"B": {"Type": "Pass", "Assign": {"inner": 1}, "End": true}}}]},
                "After": {"Type": "Pass", "Output": "{% $inner %}", "End": true}
                """);
        assertThat(execution.error()).contains("States.QueryEvaluationError");
    }

    @Test
    void siblingsDoNotSeeEachOthersVariables() {
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [1, 2], "MaxConcurrency": 1, "End": true, "ItemProcessor": {
                    "StartAt": "A", "States": {
                      "A": {"Type": "Pass", "Output": "{% $exists($mine) %}", "Assign": {"mine": 1}, "End": true}}}}
                """);
        assertThat(execution.output()).contains(json("[false, false]"));
    }

    @Test
    void mapAndParallelAssignFromTheirResultInTheOuterScope() {
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [1, 2], "Assign": {"sum": "{% $sum($states.result) %}"}, "Next": "After",
                      "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}},
                "After": {"Type": "Pass", "Output": "{% $sum %}", "End": true}
                """);
        assertThat(execution.error()).isEmpty();
        assertThat(Histories.details(execution, "MapStateExited")
                        .at("/assignedVariables/sum")
                        .asText())
                .isEqualTo("3");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void aFailedStateAssignsNothing() {
        bench.tasks.fails("T", "Broken");
        var execution = bench.run("""
                "Init": {"Type": "Pass", "Assign": {"x": 1}, "Next": "T"},
                "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Assign": {"x": 2}, "End": true,
                      "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "After"}]},
                "After": {"Type": "Pass", "Output": "{% $x %}", "End": true}
                """);
        assertThat(execution.output()).contains(json("1"));
    }
}
