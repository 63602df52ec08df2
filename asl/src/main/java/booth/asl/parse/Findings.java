package booth.asl.parse;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a definition, so that its author hears of everything at once. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void add(String path, Fault fault, String message) {
        var finding = new Finding(path, fault.name(), message);
        if (!found.contains(finding)) found.add(finding);
    }

    void throwIfAny() {
        if (!found.isEmpty()) throw new InvalidDefinition(found);
    }
}
