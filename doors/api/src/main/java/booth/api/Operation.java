package booth.api;

import booth.core.access.BoothKey;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is done for one {@code operationId}. */
sealed interface Operation {
    /** For everybody. */
    record Open(Function<Call, Answer> work) implements Operation {}

    /** For the holder of a booth's key. */
    record Keyed(BiFunction<Call, BoothKey, Answer> work) implements Operation {}
}
