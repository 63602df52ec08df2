package booth.asl.parse;

import booth.asl.definition.Outcome;
import java.util.Optional;

/** Reads how a state ends: {@code Assign}, {@code Output}, and {@code Next} or {@code End}. */
final class OutcomeParser {
    private final TemplateParser templates;

    OutcomeParser(TemplateParser templates) {
        this.templates = templates;
    }

    /** With {@code Next} or {@code "End": true}, exactly one. */
    Outcome parse(Fields state) {
        var next = state.text("Next");
        boolean end = state.flag("End");
        if (next.isPresent() && end) {
            state.fault(Fault.MISSING_TRANSITION, "a state has Next or \"End\": true, not both");
        }
        if (next.isEmpty() && !end) {
            state.fault(Fault.MISSING_TRANSITION, "a state of this type needs Next or \"End\": true");
        }
        return parse(state, next);
    }

    Outcome parse(Fields fields, Optional<String> next) {
        var assign = templates.optional(fields, "Assign");
        if (fields.value("Assign").filter(value -> !value.isObject()).isPresent()) {
            fields.fault("Assign", Fault.INVALID_VARIABLE, "Assign must be an object of variable names and values");
        }
        return new Outcome(assign, templates.optional(fields, "Output"), next);
    }
}
