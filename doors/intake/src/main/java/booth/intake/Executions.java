package booth.intake;

import booth.core.Busy;
import booth.core.ExecutionInput;

/** Runs of the state machine. */
interface Executions {
    /**
     * Starts a run, unless one of this name was started before.
     *
     * @throws Busy when it may work later
     */
    void start(String name, ExecutionInput input);
}
