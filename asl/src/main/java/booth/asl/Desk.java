package booth.asl;

import java.util.random.RandomGenerator;

/** What the states of one execution work with. */
record Desk(
        Execution execution,
        Events events,
        Evaluator evaluator,
        TaskService tasks,
        TaskTokens tokens,
        Timer timer,
        RandomGenerator random,
        Steps steps) {
    /** Where steps of the execution are posted. */
    @FunctionalInterface
    interface Steps {
        void post(Runnable step);
    }

    void post(Runnable step) {
        steps.post(step);
    }
}
