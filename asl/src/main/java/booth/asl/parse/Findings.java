package booth.asl.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a definition, so that its author hears of everything at once. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();
    private final Map<String, List<String>> missing = new HashMap<>();

    void add(String path, Fault fault, String message) {
        var finding = new Finding(path, fault.name(), message);
        if (!found.contains(finding)) found.add(finding);
    }

    /** What one object lacks is one finding, as AWS words it. */
    void require(String path, String field) {
        var fields = missing.computeIfAbsent(path, any -> new ArrayList<>());
        var before = required(path, fields);
        if (!fields.contains(field)) fields.add(field);
        found.replaceAll(finding -> finding.equals(before) ? required(path, fields) : finding);
        if (!found.contains(required(path, fields))) found.add(required(path, fields));
    }

    private static Finding required(String path, List<String> fields) {
        return new Finding(path, Fault.MISSING_FIELD.name(), "These fields are required: " + fields);
    }

    void throwIfAny() {
        if (!found.isEmpty()) throw new InvalidDefinition(found);
    }
}
