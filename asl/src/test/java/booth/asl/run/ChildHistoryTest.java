package booth.asl.run;

import static booth.asl.run.Bench.json;
import static booth.asl.run.Histories.chain;
import static booth.asl.run.Histories.details;
import static booth.asl.run.Histories.field;
import static org.assertj.core.api.Assertions.assertThat;

import booth.asl.TaskFailure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The events of Maps and Parallels, their iterations and branches, as recorded from AWS. */
class ChildHistoryTest {
    private static final String INVOKE = "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aMapOneAtATime() {
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": ["a", "b"], "MaxConcurrency": 1, "Next": "End", "ItemProcessor": {
                  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}},
                "End": {"Type": "Succeed"}
                """);
        assertThat(chain(execution))
                .containsExactly(
                        "1<0 ExecutionStarted",
                        "2<0 MapStateEntered",
                        "3<2 MapStateStarted",
                        "4<3 MapIterationStarted",
                        "5<4 PassStateEntered",
                        "6<5 PassStateExited",
                        "7<6 MapIterationSucceeded",
                        "8<6 MapIterationStarted",
                        "9<8 PassStateEntered",
                        "10<9 PassStateExited",
                        "11<10 MapIterationSucceeded",
                        "12<11 MapStateSucceeded",
                        "13<11 MapStateExited",
                        "14<13 SucceedStateEntered",
                        "15<14 SucceedStateExited",
                        "16<15 ExecutionSucceeded");
        assertThat(details(execution, "MapStateStarted")).isEqualTo(json("{\"length\": 2}"));
        assertThat(field(execution, "MapStateStarted")).isEqualTo("mapStateStartedEventDetails");
        assertThat(details(execution, "MapIterationStarted")).isEqualTo(json("{\"name\": \"M\", \"index\": 0}"));
        assertThat(field(execution, "MapIterationSucceeded")).isEqualTo("mapIterationSucceededEventDetails");
        assertThat(field(execution, "MapStateSucceeded")).isEmpty();
    }

    @Test
    void aMapWithoutItems() {
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [], "End": true, "ItemProcessor": {
                  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}
                """);
        assertThat(chain(execution))
                .containsExactly(
                        "1<0 ExecutionStarted",
                        "2<0 MapStateEntered",
                        "3<2 MapStateStarted",
                        "4<3 MapStateSucceeded",
                        "5<3 MapStateExited",
                        "6<5 ExecutionSucceeded");
    }

    @Test
    void aMapWhoseLimitsCannotBeEvaluatedNeverStarts() {
        for (var field : List.of("MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage")) {
            var execution = bench.run("""
                    "M": {"Type": "Map", "Items": [1], "%s": "{%% 'many' %%}", "End": true, "ItemProcessor": {
                      "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}
                    """.formatted(field));
            assertThat(chain(execution))
                    .containsExactly(
                            "1<0 ExecutionStarted",
                            "2<0 MapStateEntered",
                            "3<0 EvaluationFailed",
                            "4<3 MapStateFailed",
                            "5<4 ExecutionFailed");
            assertThat(details(execution, "EvaluationFailed").get("location")).isEqualTo(json('"' + field + '"'));
        }
    }

    @Test
    void aMapThatRetriesAndFails() {
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [1], "End": true, "Retry": [{"ErrorEquals": ["No"], "MaxAttempts": 1}],
                      "ItemProcessor": {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "No"}}}}
                """);
        bench.advance(1);
        assertThat(chain(execution))
                .containsExactly(
                        "1<0 ExecutionStarted",
                        "2<0 MapStateEntered",
                        "3<2 MapStateStarted",
                        "4<3 MapIterationStarted",
                        "5<4 FailStateEntered",
                        "6<5 MapIterationFailed",
                        "7<5 MapStateStarted",
                        "8<7 MapIterationStarted",
                        "9<8 FailStateEntered",
                        "10<9 MapIterationFailed",
                        "11<9 MapStateFailed",
                        "12<11 ExecutionFailed");
    }

    @Test
    void aMapWhoseIterationsAreAborted() {
        bench.tasks.hangs("T");
        var execution = bench.run("""
                "M": {"Type": "Map", "Items": [1, 2], "End": true, "ItemProcessor": {"StartAt": "T", "States": {
                  "T": {%s, "End": true}}}}
                """.formatted(INVOKE));
        bench.tasks.open.get(0).completeExceptionally(new TaskFailure("No", ""));
        assertThat(chain(execution))
                .containsExactly(
                        "1<0 ExecutionStarted",
                        "2<0 MapStateEntered",
                        "3<2 MapStateStarted",
                        "4<3 MapIterationStarted",
                        "5<4 TaskStateEntered",
                        "6<3 MapIterationStarted",
                        "7<6 TaskStateEntered",
                        "8<5 TaskScheduled",
                        "9<8 TaskStarted",
                        "10<7 TaskScheduled",
                        "11<10 TaskStarted",
                        "12<9 TaskFailed",
                        "13<12 MapIterationFailed",
                        "14<12 TaskStateAborted",
                        "15<12 MapIterationAborted",
                        "16<12 TaskStateAborted",
                        "17<12 MapStateFailed",
                        "18<17 ExecutionFailed");
    }

    @Test
    void aParallelThatIsCaught() {
        bench.tasks.fails("T", "No");
        var execution = bench.run("""
                "P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "T", "States": {"T": {%s, "End": true}}}],
                      "Catch": [{"ErrorEquals": ["No"], "Next": "R"}]},
                "R": {"Type": "Pass", "End": true}
                """.formatted(INVOKE));
        assertThat(chain(execution))
                .containsExactly(
                        "1<0 ExecutionStarted",
                        "2<0 ParallelStateEntered",
                        "3<2 ParallelStateStarted",
                        "4<3 TaskStateEntered",
                        "5<4 TaskScheduled",
                        "6<5 TaskStarted",
                        "7<6 TaskFailed",
                        "8<7 TaskStateAborted",
                        "9<7 ParallelStateFailed",
                        "10<9 ParallelStateExited",
                        "11<10 PassStateEntered",
                        "12<11 PassStateExited",
                        "13<12 ExecutionSucceeded");
    }
}
