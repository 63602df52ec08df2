package booth.garden.bulk;

import booth.core.Busy;
import booth.core.Primed;
import booth.core.job.Executions;
import java.util.Optional;

/** Runs of the batches' state machine, known by their names. A name is given once. */
interface BatchRuns extends Primed {
    /** What a run is started with. */
    record Input(BatchId batch, int attempt) {}

    /**
     * Starts a run, unless one of this name was started before.
     *
     * @throws Busy when it may work later
     */
    void start(String name, Input input);

    /** Empty where none of this name was started. */
    Optional<Executions.State> state(String name);

    /** Ends a run; one that has ended stays as it is. */
    void stop(String name);
}
