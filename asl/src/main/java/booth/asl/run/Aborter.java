package booth.asl.run;

import booth.asl.definition.MapState;
import booth.asl.definition.TaskState;

/** Stops what is under way below a state or a whole execution. */
final class Aborter {
    private final Events events;

    Aborter(Events events) {
        this.events = events;
    }

    /**
     * Stops the branches or iterations that still run because their state failed. As on AWS, a Task that failed
     * itself is listed as aborted too, and every event names the one that the failure ended with.
     */
    void abortChildren(StateRun stateRun) {
        long because = stateRun.graphRun().lastEvent();
        for (var child : stateRun.children()) {
            if (child.is(GraphRun.Status.FAILED)) {
                child.stateRun()
                        .filter(failed -> failed.state() instanceof TaskState
                                && failed.failure().isPresent())
                        .ifPresent(failed -> events.stateAborted(failed, because));
            } else if (child.is(GraphRun.Status.RUNNING)) {
                abort(child, stateRun, because);
            }
        }
    }

    private void abort(GraphRun child, StateRun owner, long because) {
        child.status(GraphRun.Status.ABORTED);
        if (owner.state() instanceof MapState) events.iterationAborted(child, owner, because);
        child.stateRun().ifPresent(stateRun -> {
            stateRun.endAttempt();
            if (stateRun.state().accept(new AbortedEvents())) {
                events.stateAborted(stateRun, because);
            }
            stateRun.children().stream()
                    .filter(inner -> inner.is(GraphRun.Status.RUNNING))
                    .forEach(inner -> abort(inner, stateRun, because));
        });
    }

    /** Stops everything, without events. */
    void halt(GraphRun graphRun) {
        if (!graphRun.is(GraphRun.Status.RUNNING)) return;
        graphRun.status(GraphRun.Status.ABORTED);
        graphRun.stateRun().ifPresent(stateRun -> {
            stateRun.endAttempt();
            stateRun.children().forEach(this::halt);
        });
    }
}
