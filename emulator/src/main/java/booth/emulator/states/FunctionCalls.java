package booth.emulator.states;

import booth.emulator.lambda.Invocation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Calls functions of the account in this very process. */
@FunctionalInterface
public interface FunctionCalls {
    /** There are none. */
    FunctionCalls NONE = (function, payload, begun) -> Optional.empty();

    /**
     * @param function its ARN
     * @param begun run once, when the call leaves the line before the function
     * @return empty when the account has no such function; cancelled, a call that is still in line never runs
     */
    Optional<CompletableFuture<Invocation>> call(String function, byte[] payload, Runnable begun);
}
