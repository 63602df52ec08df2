package booth.asl.run;

import booth.asl.TaskService;
import booth.asl.Timer;
import java.util.random.RandomGenerator;

/** What the states of one execution work with. */
record RunContext(
        Execution execution,
        Events events,
        Evaluator evaluator,
        TaskService tasks,
        TaskTokens tokens,
        Timer timer,
        RandomGenerator random,
        Steps steps) {
    /** Where steps of the execution are posted. */
    interface Steps {
        /** Soon, after the steps before it. */
        void post(Runnable step);

        /** Now; it is recorded when this returns. */
        void call(Runnable step);

        /** Once the step under way is recorded: the place of whatever reaches beyond the execution. */
        void afterwards(Runnable effect);
    }

    void post(Runnable step) {
        steps.post(step);
    }

    void afterwards(Runnable effect) {
        steps.afterwards(effect);
    }
}
