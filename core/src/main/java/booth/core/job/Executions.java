package booth.core.job;

import booth.core.Busy;
import booth.core.Primed;
import java.util.Optional;

/** Runs of the state machine, known by their names ({@link JobId#executionName}). A name is given once. */
public interface Executions extends Primed {
    enum State {
        RUNNING,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED;

        /** Whether it ended before its last state. */
        public boolean fellShort() {
            return this == FAILED || this == TIMED_OUT || this == ABORTED;
        }
    }

    /**
     * How an execution stands.
     *
     * @param error name of the error it ended with
     * @param redrives how often it was continued after such an end
     * @param obstacle why it cannot be redriven; empty when it can
     */
    record Run(String name, State state, Optional<String> error, int redrives, Optional<String> obstacle) {}

    /**
     * Starts a run, unless one of this name was started before.
     *
     * @throws Busy when it may work later
     */
    void start(String name, ExecutionInput input);

    Optional<Run> find(String name);

    /** Name of the state in which an execution ended, from which a redrive would continue. */
    Optional<String> endedIn(String name);

    /**
     * Continues an execution from the state in which it ended.
     *
     * @param token the same one twice redrives once
     * @return false when it cannot be redriven (any more)
     */
    boolean redrive(String name, String token);

    /** Ends an execution as aborted; one that has ended stays as it is. */
    void stop(String name, String error, String cause);
}
