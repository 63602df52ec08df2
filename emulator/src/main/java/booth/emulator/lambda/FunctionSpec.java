package booth.emulator.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A function as the template describes it.
 *
 * @param handler the handler class, perhaps with {@code ::handleRequest}
 * @param environment what its constructor is given
 * @param timeout how long one invocation may take
 * @param memory MB; only told to the function, never enforced
 * @param async what happens to events it fails on
 * @param logGroup where what it prints goes
 * @param reserved how many calls at once the template reserves for it, and thereby allows
 */
public record FunctionSpec(
        String name,
        String handler,
        Map<String, String> environment,
        Duration timeout,
        int memory,
        Async async,
        String logGroup,
        OptionalInt reserved) {
    /**
     * @param retries how often a failed event is tried again, 0 to 2
     * @param deadLetters ARN of the queue that gets the event itself once the last try failed
     * @param onFailure ARN of the queue that gets a record of the failure, the event inside it
     */
    public record Async(int retries, Optional<String> deadLetters, Optional<String> onFailure) {
        /** What Lambda does unless told otherwise: two more tries, then the event is dropped. */
        public static final Async DEFAULT = new Async(2, Optional.empty(), Optional.empty());
    }

    public FunctionSpec {
        environment = Map.copyOf(environment);
    }

    /** One that logs where Lambda lets functions log that do not say where. */
    public FunctionSpec(
            String name, String handler, Map<String, String> environment, Duration timeout, int memory, Async async) {
        this(name, handler, environment, timeout, memory, async, "/aws/lambda/" + name, OptionalInt.empty());
    }

    /** The same function with other rules for its events. */
    public FunctionSpec with(Async async) {
        return new FunctionSpec(name, handler, environment, timeout, memory, async, logGroup, reserved);
    }
}
