package booth.asl.definition;

import java.util.List;

/** The {@code ErrorEquals} of a retrier or a catcher: names of errors, AWS's wildcards among them. */
public record ErrorNames(List<String> names) {
    public ErrorNames {
        names = List.copyOf(names);
    }
}
