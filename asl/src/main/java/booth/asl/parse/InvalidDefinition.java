package booth.asl.parse;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A definition that AWS would refuse, or that this interpreter does not support, with every reason at once. */
public final class InvalidDefinition extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    InvalidDefinition(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** Everything that is wrong, in the order of the document; never empty. */
    public List<Finding> findings() {
        return findings;
    }
}
