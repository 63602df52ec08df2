package booth.asl.parse;

import booth.asl.definition.StateMachine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Machines that are written down as their states alone. */
public final class Machines {
    private Machines() {}

    /** A JSONata machine of these states, the first of which starts. */
    public static StateMachine machine(String states) {
        return DefinitionParser.parse("""
                {"QueryLanguage": "JSONata", "StartAt": "%s", "States": {%s}}
                """.formatted(first(states), states));
    }

    private static String first(String states) {
        try {
            return new ObjectMapper().readTree("{" + states + "}").fieldNames().next();
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(states, malformed);
        }
    }
}
