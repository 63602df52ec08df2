package booth.asl.definition;

import java.util.List;

/** What a state does about errors: first its retriers, then its catchers. */
public record Recovery(List<Retrier> retry, List<Catcher> catchers) {
    static final Recovery NONE = new Recovery(List.of(), List.of());

    public Recovery {
        retry = List.copyOf(retry);
        catchers = List.copyOf(catchers);
    }
}
