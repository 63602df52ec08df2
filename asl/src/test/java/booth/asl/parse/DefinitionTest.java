package booth.asl.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import booth.asl.definition.PassState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition must be; every fault is found, with its place. */
class DefinitionTest {
    private static List<Finding> findings(String definition) {
        return catchThrowableOfType(InvalidDefinition.class, () -> DefinitionParser.parse(definition))
                .findings();
    }

    /** {@code CODE path} of each finding of a machine of these states, the first of which starts. */
    private static List<String> faults(String states) {
        return catchThrowableOfType(InvalidDefinition.class, () -> Machines.machine(states)).findings().stream()
                .map(finding -> finding.code() + " " + finding.path())
                .toList();
    }

    @Test
    void aValidMachineIsReadIntoRecords() {
        var machine = DefinitionParser.parse("""
                {"Comment": "c", "Version": "1.0", "QueryLanguage": "JSONata", "TimeoutSeconds": 9, "StartAt": "A",
                 "States": {"A": {"Type": "Pass", "Comment": "c", "QueryLanguage": "JSONata", "Next": "B"}, "B": {"Type": "Succeed"}}}
                """);
        assertThat(machine.comment()).contains("c");
        assertThat(machine.timeout().orElseThrow()).hasSeconds(9);
        assertThat(machine.graph().states().get("A"))
                .isInstanceOfSatisfying(
                        PassState.class,
                        pass -> assertThat(pass.outcome().next()).contains("B"));
    }

    @Test
    void everythingWrongIsReportedAtOnce() {
        assertThat(faults("""
                        "A": {"Type": "Pass", "Next": "Nowhere", "Colour": "red"},
                        "B": {"Type": "Task", "End": true}
                        """))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_FIELD /States/A/Colour",
                        "MISSING_TRANSITION_TARGET /States/A/Next",
                        "MISSING_FIELD /States/B",
                        "UNREACHABLE_STATE /States/B");
    }

    @Test
    void textsAndCommentsUseNothing() {
        var output = "{% '$states.result' & \\\"it's $states.foo\\\" /* $states.errorOutput */ %}";
        assertThat(Machines.machine("\"A\": {\"Type\": \"Pass\", \"Output\": \"" + output + "\", \"End\": true}")
                        .graph()
                        .states())
                .hasSize(1);
    }

    @Test
    void nothingIsReportedTwice() {
        assertThat(faults("\"A\": {\"Type\": \"Pass\", \"Comment\": 1, \"End\": true}"))
                .containsExactly("INVALID_VALUE /States/A/Comment");
    }

    @Test
    void aFindingReadsAsASentence() {
        assertThatThrownBy(() -> Machines.machine("\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("MISSING_TRANSITION_TARGET at /States/A/Next: there is no state B here");
    }

    @Test
    void pathsArePointersWithTheirEscapes() {
        assertThat(faults("\"a/b~c\": {\"Type\": \"Pass\", \"End\": true, \"X\": 1}"))
                .containsExactly("UNKNOWN_FIELD /States/a~1b~0c/X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a definition", "[]", "{", "{\"StartAt\": \"A\", \"StartAt\": \"B\"}", "{} {}"})
    void whatIsNoJsonObjectIsRefused(String definition) {
        assertThat(findings(definition)).hasSize(1);
    }

    @Test
    void startAtAndStatesAreRequired() {
        assertThat(findings("{\"QueryLanguage\": \"JSONata\"}"))
                .extracting(Finding::path, Finding::message)
                .containsExactly(tuple("", "These fields are required: [States, StartAt]"));
    }

    @Test
    void startAtMustNameAState() {
        assertThat(findings("""
                        {"QueryLanguage": "JSONata", "StartAt": "B", "States": {"A": {"Type": "Succeed"}}}
                        """))
                .extracting(Finding::path, Finding::code)
                .containsExactly(tuple("/StartAt", "MISSING_TRANSITION_TARGET"));
    }

    @Test
    void jsonPathIsRefusedOnceAndClearly() {
        var sentence = "this machine speaks JSONPath, AWS's default; only \"QueryLanguage\": \"JSONata\" is supported";
        var states =
                "\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"InputPath\": \"$\", \"Next\": \"B\"},"
                        + " \"B\": {\"Type\": \"Succeed\"}}";
        for (var language : List.of("", "\"QueryLanguage\": \"JSONPath\", ")) {
            assertThat(findings("{" + language + states + "}"))
                    .containsExactly(new Finding("/QueryLanguage", "UNSUPPORTED_QUERY_LANGUAGE", sentence));
        }
    }

    @Test
    void aStateMaySpeakJsonataByItselfButNotJsonPath() {
        assertThat(DefinitionParser.parse("""
                                {"StartAt": "A", "States": {"A": {"Type": "Succeed", "QueryLanguage": "JSONata"}}}
                                """).graph().states()).hasSize(1);
        assertThat(faults("\"A\": {\"Type\": \"Succeed\", \"QueryLanguage\": \"JSONPath\"}"))
                .containsExactly("UNSUPPORTED_QUERY_LANGUAGE /States/A");
    }

    @ParameterizedTest
    @CsvSource({
        "Pass, InputPath",
        "Pass, OutputPath",
        "Pass, ResultPath",
        "Pass, Parameters",
        "Pass, Result",
        "Task, ResultSelector",
        "Task, TimeoutSecondsPath",
        "Task, HeartbeatSecondsPath",
        "Wait, SecondsPath",
        "Wait, TimestampPath",
        "Map, ItemsPath",
        "Map, MaxConcurrencyPath",
        "Map, ToleratedFailureCountPath",
        "Map, ToleratedFailurePercentagePath",
        "Fail, ErrorPath",
        "Fail, CausePath",
    })
    void fieldsOfJsonPathAreRefusedWithWhatToUseInstead(String type, String field) {
        var findings = catchThrowableOfType(
                        InvalidDefinition.class,
                        () -> Machines.machine("\"A\": {\"Type\": \"%s\", \"%s\": \"$.x\"}".formatted(type, field)))
                .findings();
        assertThat(findings)
                .filteredOn(finding -> finding.path().equals("/States/A/" + field))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("JSONPATH_FIELD");
                    assertThat(finding.message()).startsWith(field + " belongs to the JSONPath dialect; in JSONata ");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Type': 'Pass'|MISSING_TRANSITION /States/A",
                "'Type': 'Pass', 'Next': 'A', 'End': true|MISSING_TRANSITION /States/A",
                "'Type': 'Pass', 'End': 'yes'|INVALID_VALUE /States/A/End",
                "'Type': 'Succeed', 'Next': 'A'|UNKNOWN_FIELD /States/A/Next",
                "'Type': 'Fail', 'End': true|UNKNOWN_FIELD /States/A/End",
                "'Type': 'Choice', 'Next': 'A', 'Choices': []|UNKNOWN_FIELD /States/A/Next",
                "'Type': 'Choice'|MISSING_FIELD /States/A",
                "'Type': 'Choice', 'Choices': []|INVALID_VALUE /States/A/Choices",
                "'Type': 'Choice', 'Choices': [{'Next': 'A'}]|MISSING_FIELD /States/A/Choices/0",
                "'Type': 'Choice', 'Choices': [{'Condition': '$x', 'Next': 'A'}]|INVALID_VALUE /States/A/Choices/0/Condition",
                "'Type': 'Choice', 'Choices': [{'Condition': true, 'Next': 'Q'}]|MISSING_TRANSITION_TARGET /States/A/Choices/0/Next",
                "'Type': 'Choice', 'Default': 'Q', 'Choices': [{'Condition': true, 'Next': 'A'}]|MISSING_TRANSITION_TARGET /States/A/Default",
                "'Type': 'Wait', 'End': true|MISSING_FIELD /States/A",
                "'Type': 'Wait', 'Seconds': 1, 'Timestamp': '2026-11-20T10:00:00Z', 'End': true|MISSING_FIELD /States/A",
                "'Type': 'Wait', 'Seconds': -1, 'End': true|INVALID_VALUE /States/A/Seconds",
                "'Type': 'Wait', 'Seconds': 1.5, 'End': true|INVALID_VALUE /States/A/Seconds",
                "'Type': 'Wait', 'Timestamp': 'tomorrow', 'End': true|INVALID_VALUE /States/A/Timestamp",
                "'Type': 'Wait', 'Timestamp': '2026-11-20 10:00:00Z', 'End': true|INVALID_VALUE /States/A/Timestamp",
                "'Type': 'Wait', 'Timestamp': '2026-11-20t10:00:00z', 'End': true|INVALID_VALUE /States/A/Timestamp",
                "'Type': 'Wait', 'Timestamp': '2026-11-20T10:00Z', 'End': true|INVALID_VALUE /States/A/Timestamp",
                "'Type': 'Wait', 'Timestamp': '2026-11-20T10:00:00', 'End': true|INVALID_VALUE /States/A/Timestamp",
                "'Type': 'Wait', 'Timestamp': '2026-13-20T10:00:00Z', 'End': true|INVALID_VALUE /States/A/Timestamp",
                "'Type': 'Task', 'End': true|MISSING_FIELD /States/A",
                "'Type': 'Task', 'Resource': 'detect', 'End': true|UNSUPPORTED /States/A/Resource",
                "'Type': 'Task', 'Resource': 'arn:aws:states:us-east-1:000000000000:activity:a', 'End': true|UNSUPPORTED /States/A/Resource",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'TimeoutSeconds': 0, 'End': true|INVALID_VALUE /States/A/TimeoutSeconds",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'TimeoutSeconds': '30', 'End': true|INVALID_VALUE /States/A/TimeoutSeconds",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'TimeoutSeconds': 5, 'HeartbeatSeconds': 5, 'End': true|INVALID_VALUE /States/A/HeartbeatSeconds",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Retry': [{}]|MISSING_FIELD /States/A/Retry/0",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Retry': [{'ErrorEquals': []}]|INVALID_VALUE /States/A/Retry/0/ErrorEquals",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Retry': [{'ErrorEquals': ['States.ALL', 'X']}]|INVALID_VALUE /States/A/Retry/0/ErrorEquals",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Retry': [{'ErrorEquals': ['States.ALL']}, {'ErrorEquals': ['X']}]|INVALID_VALUE /States/A/Retry/0/ErrorEquals",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Retry': [{'ErrorEquals': ['X'], 'BackoffRate': 0.5}]|INVALID_VALUE /States/A/Retry/0/BackoffRate",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Retry': [{'ErrorEquals': ['X'], 'IntervalSeconds': 0}]|INVALID_VALUE /States/A/Retry/0/IntervalSeconds",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Retry': [{'ErrorEquals': ['X'], 'MaxAttempts': -1}]|INVALID_VALUE /States/A/Retry/0/MaxAttempts",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Retry': [{'ErrorEquals': ['X'], 'MaxDelaySeconds': 31622400}]|INVALID_VALUE /States/A/Retry/0/MaxDelaySeconds",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Retry': [{'ErrorEquals': ['X'], 'JitterStrategy': 'SOME'}]|INVALID_VALUE /States/A/Retry/0/JitterStrategy",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Retry': [{'ErrorEquals': ['X'], 'Colour': 1}]|UNKNOWN_FIELD /States/A/Retry/0/Colour",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Catch': [{'ErrorEquals': ['X']}]|MISSING_FIELD /States/A/Catch/0",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Catch': [{'ErrorEquals': ['X'], 'Next': 'Q'}]|MISSING_TRANSITION_TARGET /States/A/Catch/0/Next",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Catch': [{'ErrorEquals': ['X'], 'Next': 'A', 'ResultPath': '$'}]|JSONPATH_FIELD /States/A/Catch/0/ResultPath",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Credentials': {}, 'End': true|MISSING_FIELD /States/A/Credentials",
                "'Type': 'Parallel', 'End': true|MISSING_FIELD /States/A",
                "'Type': 'Parallel', 'End': true, 'Branches': []|INVALID_VALUE /States/A/Branches",
                "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'B', 'States': {'B': {'Type': 'Pass', 'Next': 'A'}}}]|MISSING_TRANSITION_TARGET /States/A/Branches/0/States/B/Next",
                "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}]|DUPLICATE_STATE /States/A/Branches/0/States/A",
                "'Type': 'Map', 'End': true|MISSING_FIELD /States/A",
                "'Type': 'Map', 'End': true, 'Items': {}, 'ItemProcessor': {'StartAt': 'B', 'States': {'B': {'Type': 'Succeed'}}}|INVALID_VALUE /States/A/Items",
                "'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED'}, 'StartAt': 'B', 'States': {'B': {'Type': 'Succeed'}}}|UNSUPPORTED /States/A/ItemProcessor/ProcessorConfig/Mode",
                "'Type': 'Map', 'End': true, 'ItemReader': {}, 'ItemProcessor': {'StartAt': 'B', 'States': {'B': {'Type': 'Succeed'}}}|UNSUPPORTED /States/A/ItemReader",
                "'Type': 'Map', 'End': true, 'ToleratedFailurePercentage': 101, 'ItemProcessor': {'StartAt': 'B', 'States': {'B': {'Type': 'Succeed'}}}|INVALID_VALUE /States/A/ToleratedFailurePercentage",
                "'Type': 'Map', 'End': true, 'MaxConcurrency': -1, 'ItemProcessor': {'StartAt': 'B', 'States': {'B': {'Type': 'Succeed'}}}|INVALID_VALUE /States/A/MaxConcurrency",
                "'Type': 'Turn', 'End': true|INVALID_VALUE /States/A/Type",
                "'End': true|MISSING_FIELD /States/A",
                "'Type': 'Pass', 'Next': 'A'|MISSING_END_STATE /States",
                "'Type': 'Pass', 'Output': '{% $ + %}', 'End': true|INVALID_JSONATA /States/A/Output",
                "'Type': 'Pass', 'Output': {'a': ['{% ( %}']}, 'End': true|INVALID_JSONATA /States/A/Output/a/0",
                "'Type': 'Pass', 'Output': '{% 1', 'End': true|INVALID_JSONATA /States/A/Output",
                "'Type': 'Pass', 'Output': '{% 1 %} ', 'End': true|INVALID_JSONATA /States/A/Output",
                "'Type': 'Pass', 'Assign': 1, 'End': true|INVALID_VARIABLE /States/A/Assign",
                "'Type': 'Pass', 'Assign': {'states': 1}, 'End': true|INVALID_VARIABLE /States/A/Assign/states",
                "'Type': 'Pass', 'Assign': {'$x': 1}, 'End': true|INVALID_VARIABLE /States/A/Assign/$x",
                "'Type': 'Pass', 'Output': '{% $states.result %}', 'End': true|UNDEFINED_FIELD /States/A/Output",
                "'Type': 'Pass', 'Assign': {'e': ['{% $states.errorOutput %}']}, 'End': true|UNDEFINED_FIELD /States/A/Assign/e/0",
                "'Type': 'Pass', 'Output': '{% $states . output %}', 'End': true|UNDEFINED_FIELD /States/A/Output",
                "'Type': 'Choice', 'Choices': [{'Condition': '{% $states.result %}', 'Next': 'A'}]|UNDEFINED_FIELD /States/A/Choices/0/Condition",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Arguments': '{% $states.result %}', 'End': true|UNDEFINED_FIELD /States/A/Arguments",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Output': '{% $states.errorOutput %}', 'End': true|UNDEFINED_FIELD /States/A/Output",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true, 'Catch': [{'ErrorEquals': ['X'], 'Output': '{% $states.result %}', 'Next': 'A'}]|UNDEFINED_FIELD /States/A/Catch/0/Output",
                "'Type': 'Pass', 'Output': '{% $states.context.Task.Token %}', 'End': true|TASK_TOKEN /States/A/Output",
                "'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', 'Arguments': {'t': '{% $states.context.Task.Token %}'}, 'End': true|TASK_TOKEN /States/A/Arguments/t",
            })
    void aFaultOfAStateIsFoundAtItsPlace(String fields, String expected) {
        assertThat(faults("\"A\": {" + fields.replace('\'', '"') + "}")).contains(expected);
    }

    @Test
    void variablesOfCatchersRulesAndInnerStatesAreCheckedToo() {
        assertThat(faults("""
                        "C": {"Type": "Choice", "Choices": [{"Condition": true, "Assign": {"a-b": 1}, "Next": "P"}]},
                        "P": {"Type": "Parallel", "End": true,
                              "Catch": [{"ErrorEquals": ["States.ALL"], "Assign": {"1a": 1}, "Next": "S"}],
                              "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Pass", "Assign": {"": 1}, "End": true}}}]},
                        "S": {"Type": "Succeed"}
                        """))
                .containsExactlyInAnyOrder(
                        "INVALID_VARIABLE /States/C/Choices/0/Assign/a-b",
                        "INVALID_VARIABLE /States/P/Catch/0/Assign/1a",
                        "INVALID_VARIABLE /States/P/Branches/0/States/B/Assign/");
    }

    @Test
    void aStatesNameHasAtMost80Characters() {
        assertThat(Machines.machine("\"" + "n".repeat(80) + "\": {\"Type\": \"Succeed\"}")
                        .graph()
                        .states())
                .hasSize(1);
        assertThat(faults("\"" + "n".repeat(81) + "\": {\"Type\": \"Succeed\"}"))
                .containsExactly("INVALID_VALUE /States/" + "n".repeat(81));
    }

    @Test
    void aChoiceNeedsNoDefault() {
        assertThat(Machines.machine("""
                                "A": {"Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "B"}]},
                                "B": {"Type": "Succeed"}
                                """).graph().states()).hasSize(2);
    }

    @Test
    void unknownFieldsOfTheMachineAreRefused() {
        assertThat(findings("""
                        {"QueryLanguage": "JSONata", "StartAt": "A", "Timeout": 1, "Version": "2.0", "States": {"A": {"Type": "Succeed"}}}
                        """))
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactlyInAnyOrder("UNKNOWN_FIELD /Timeout", "INVALID_VALUE /Version");
    }
}
