package booth.asl.parse;

import static java.util.Map.entry;

import java.util.Map;

/** The fields that only the JSONPath dialect has, each with what JSONata has instead. */
final class JsonPathFields {
    static final Map<String, String> SENTENCES = Map.ofEntries(
            entry("InputPath", belongs("InputPath", "select from $states.input in Arguments or Output")),
            entry("OutputPath", belongs("OutputPath", "use Output")),
            entry("ResultPath", belongs("ResultPath", "merge in Output or keep the result in Assign")),
            entry("Parameters", belongs("Parameters", "use Arguments, or Output in a Pass state")),
            entry("ResultSelector", belongs("ResultSelector", "use Output with $states.result")),
            entry("Result", belongs("Result", "use Output")),
            entry("Variable", belongs("Variable", "use Condition")),
            entry("ItemsPath", belongs("ItemsPath", "use Items")),
            entry("SecondsPath", belongs("SecondsPath", "use Seconds with an expression")),
            entry("TimestampPath", belongs("TimestampPath", "use Timestamp with an expression")),
            entry("TimeoutSecondsPath", belongs("TimeoutSecondsPath", "use TimeoutSeconds with an expression")),
            entry("HeartbeatSecondsPath", belongs("HeartbeatSecondsPath", "use HeartbeatSeconds with an expression")),
            entry("MaxConcurrencyPath", belongs("MaxConcurrencyPath", "use MaxConcurrency with an expression")),
            entry(
                    "ToleratedFailureCountPath",
                    belongs("ToleratedFailureCountPath", "use ToleratedFailureCount with an expression")),
            entry(
                    "ToleratedFailurePercentagePath",
                    belongs("ToleratedFailurePercentagePath", "use ToleratedFailurePercentage with an expression")),
            entry("ErrorPath", belongs("ErrorPath", "use Error with an expression")),
            entry("CausePath", belongs("CausePath", "use Cause with an expression")));

    private JsonPathFields() {}

    private static String belongs(String field, String instead) {
        return field + " belongs to the JSONPath dialect; in JSONata " + instead;
    }
}
