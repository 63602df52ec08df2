package booth.core.job;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns keys of the jobs bucket into links that a guest can open. */
@FunctionalInterface
public interface JobLinks extends UnaryOperator<String> {
    /** To the photo as it was sent, while it is surely kept; nobody looks whether it ever came. */
    default Optional<String> photo(Job job) {
        return Optional.empty();
    }
}
