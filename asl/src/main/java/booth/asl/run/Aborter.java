package booth.asl.run;

import booth.asl.definition.MapState;
import booth.asl.definition.RecoverableState;
import booth.asl.definition.TaskState;
import booth.asl.definition.WaitState;

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
    void abortChildren(Visit visit) {
        long because = visit.strand().lastEvent();
        for (var child : visit.children()) {
            if (child.is(Strand.Status.FAILED)) {
                child.visit()
                        .filter(failed -> failed.state() instanceof TaskState
                                && failed.failure().isPresent())
                        .ifPresent(failed -> events.stateAborted(failed, because));
            } else if (child.is(Strand.Status.RUNNING)) {
                abort(child, visit, because);
            }
        }
    }

    private void abort(Strand child, Visit owner, long because) {
        child.status(Strand.Status.ABORTED);
        if (owner.state() instanceof MapState) events.iterationAborted(child, owner, because);
        child.visit().ifPresent(visit -> {
            visit.endAttempt();
            if (visit.state() instanceof RecoverableState || visit.state() instanceof WaitState) {
                events.stateAborted(visit, because);
            }
            visit.children().stream()
                    .filter(inner -> inner.is(Strand.Status.RUNNING))
                    .forEach(inner -> abort(inner, visit, because));
        });
    }

    /** Stops everything, without events. */
    void halt(Strand strand) {
        if (!strand.is(Strand.Status.RUNNING)) return;
        strand.status(Strand.Status.ABORTED);
        strand.visit().ifPresent(visit -> {
            visit.endAttempt();
            visit.children().forEach(this::halt);
        });
    }
}
