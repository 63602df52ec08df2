package booth.asl.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings as they are recorded of ValidateStateMachineDefinition and CreateStateMachine. */
class FindingWordsTest {
    private static List<Finding> findings(String definition) {
        return catchThrowableOfType(InvalidDefinition.class, () -> DefinitionParser.parse(definition))
                .findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}||These fields are required: [States, StartAt]",
                "``||Definition must be a valid JSON object",
                "[]||Definition must be a valid JSON object",
                "not a definition|[Source: (String)\"not a definition\"; line: 1, column: 4]|`Unrecognized token 'not': was"
                        + " expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n"
                        + " at [Source: (String)\"not a definition\"; line: 1, column: 4]`"
            })
    void findingsAreWordedAsAwsWordsThem(String definition, @Nullable String path, String message) {
        assertThat(findings(definition))
                .extracting(Finding::path, Finding::message)
                .containsExactly(tuple(path == null ? "" : path, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Type\": \"Wait\", \"Timestamp\": \"tomorrow\", \"End\": true|/Timestamp|String does not match RFC3339 timestamp",
                "\"Type\": \"Walk\"|/Type|The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]",
                "\"Type\": \"Parallel\", \"Branches\": [], \"End\": true|/Branches|Value cannot be empty",
                "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\", \"Credentials\": {}, \"End\": true|/Credentials|The field 'RoleArn' is required but was missing",
                "\"Type\": \"Succeed\", \"QueryLanguage\": \"JSONPath\"||'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine"
            })
    void faultsOfStatesAreWordedAsAwsWordsThem(String state, @Nullable String field, String message) {
        var definition = "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {%s}}}";
        assertThat(findings(definition.formatted(state)))
                .extracting(Finding::path, Finding::message)
                .containsExactly(tuple("/States/A" + (field == null ? "" : field), message));
    }
}
