package booth.emulator.states;

import static java.util.stream.Collectors.joining;

import booth.asl.parse.DefinitionParser;
import booth.asl.parse.Finding;
import booth.asl.parse.InvalidDefinition;
import booth.emulator.wire.ServiceError;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Definitions on their way in: everything that is wrong with one is said at once. */
final class Definitions {
    static final int MAX_LENGTH = 1 << 20;
    private static final int DIAGNOSTICS = 100;

    private enum Severity {
        ERROR,
        WARNING
    }

    private Definitions() {}

    /** @throws ServiceError InvalidDefinition */
    static String checked(String definition) {
        List<Finding> findings = findings(definition);
        if (findings.isEmpty()) return definition;
        String all = findings.stream().map(Definitions::sentence).collect(joining(", "));
        throw ServiceError.badRequest("InvalidDefinition", "Invalid State Machine Definition: '" + all + "'");
    }

    /** ValidateStateMachineDefinition. */
    static ObjectNode validate(Request request) {
        MachineOperations.refuseExpress(request);
        request.oneOf("severity", Severity.class);
        List<Finding> findings = findings(request.text("definition", MAX_LENGTH));
        int shown = request.pageSize(DIAGNOSTICS);
        ObjectNode answer = Wire.object().put("result", findings.isEmpty() ? "OK" : "FAIL");
        ArrayNode diagnostics = answer.putArray("diagnostics");
        findings.stream().limit(shown).forEach(finding -> write(diagnostics.addObject(), finding));
        return answer.put("truncated", findings.size() > shown);
    }

    /** What is no JSON object at all has no location. */
    private static void write(ObjectNode diagnostic, Finding finding) {
        diagnostic.put("severity", "ERROR").put("code", code(finding)).put("message", finding.message());
        if (!finding.code().equals("NOT_AN_OBJECT")) diagnostic.put("location", place(finding));
    }

    private static List<Finding> findings(String definition) {
        try {
            DefinitionParser.parse(definition);
            return List.of();
        } catch (InvalidDefinition e) {
            return e.findings();
        }
    }

    private static String sentence(Finding finding) {
        return code(finding) + ": " + finding.message() + " at " + place(finding);
    }

    private static String place(Finding finding) {
        return finding.path().isEmpty() ? "/" : finding.path();
    }

    /** AWS has a few codes where the interpreter is more exact. */
    private static String code(Finding finding) {
        return switch (finding.code()) {
            case "INVALID_JSON" -> "INVALID_JSON_DESCRIPTION";
            case "MISSING_TRANSITION_TARGET", "UNREACHABLE_STATE" -> "MISSING_TRANSITION_TARGET";
            default -> "SCHEMA_VALIDATION_FAILED";
        };
    }
}
