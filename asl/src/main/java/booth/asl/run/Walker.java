package booth.asl.run;

import booth.asl.definition.Catcher;
import booth.asl.definition.FailState;
import booth.asl.definition.MapState;
import booth.asl.definition.Outcome;
import booth.asl.definition.ParallelState;
import booth.asl.definition.RecoverableState;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Moves strands from state to state: enters, leaves, fails, retries and catches. */
final class Walker {
    /** Told when the outermost strand ends. */
    interface End {
        void succeeded(Strand strand);

        void failed(Strand strand, Failure failure);
    }

    private final Desk desk;
    private final Aborter aborter;
    private final Behaviours behaviours;
    private final End end;
    private final Queue<Visit> ready = new ArrayDeque<>();

    Walker(Desk desk, End end) {
        this.desk = desk;
        this.end = end;
        aborter = new Aborter(desk.events());
        behaviours = new Behaviours(desk, this);
    }

    void start(Strand strand, JsonNode input) {
        strand.status(Strand.Status.RUNNING);
        enter(strand, strand.graph().startAt(), input);
    }

    /** Continues a strand where it did not succeed. */
    void revive(Strand strand) {
        strand.status(Strand.Status.RUNNING);
        var visit = strand.visit().orElseThrow();
        visit.revive();
        if (visit.state() instanceof FailState) desk.events().entered(visit); // AWS: "Reenters the Fail state"
        ready.add(visit);
    }

    /**
     * Continues a strand that another process left running: what it waited for is awaited again. Its input matters only
     * where it had not begun.
     */
    void resume(Strand strand, JsonNode input) {
        strand.visit().ifPresentOrElse(this::resume, () -> start(strand, input));
    }

    private void resume(Visit visit) {
        visit.children().stream()
                .filter(child -> child.is(Strand.Status.RUNNING))
                .flatMap(child -> child.visit().stream())
                .forEach(this::resume);
        behaviours.resume(visit);
    }

    /** Begins every state that was entered, until all of them wait or have ended. */
    void walk() {
        for (var visit = ready.poll(); visit != null; visit = ready.poll()) begin(visit);
    }

    /** Stops all that is under way, without a word in the history. */
    void halt(Strand outermost) {
        ready.clear();
        aborter.halt(outermost);
    }

    private void enter(Strand strand, String name, JsonNode input) {
        var visit = new Visit(
                strand, strand.graph().state(name), input, desk.timer().now());
        strand.at(visit);
        desk.events().entered(visit);
        ready.add(visit);
    }

    private void begin(Visit visit) {
        if (visit.isCurrent()) guarded(visit, () -> behaviours.begin(visit));
    }

    /** Posts a step of a visit, to be skipped if its attempt is over by then. */
    void later(Visit visit, Attempt attempt, Runnable step) {
        desk.post(() -> {
            if (!attempt.isOver() && visit.isCurrent()) guarded(visit, step);
        });
    }

    /** Does a step of a visit now, and says whether its attempt was not over yet. */
    boolean now(Visit visit, Attempt attempt, Runnable step) {
        var inTime = new AtomicBoolean();
        desk.steps().call(() -> {
            if (attempt.isOver() || !visit.isCurrent()) return;
            inTime.set(true);
            guarded(visit, step);
        });
        return inTime.get();
    }

    /** Does a step of a visit at its time, unless its attempt is over by then. */
    void at(Instant when, Visit visit, Runnable step) {
        var attempt = visit.attempt();
        visit.until(when);
        attempt.add(desk.timer().schedule(when, () -> later(visit, attempt, step)));
    }

    private void guarded(Visit visit, Runnable step) {
        try {
            step.run();
        } catch (StateFailure failure) {
            fail(visit, failure);
        }
    }

    /**
     * Leaves a state well.
     *
     * @param standard the output where the outcome names none
     */
    void leave(Visit visit, Outcome outcome, Given given, JsonNode standard) {
        var evaluation = desk.evaluator().of(visit, given);
        var name = visit.state().name();
        var assigned = evaluation.optional(outcome.assign(), "Assign");
        assigned.ifPresent(values -> Payload.withinLimit(values, name));
        assigned.ifPresent(visit.strand()::checkRoom);
        var output = Payload.withinLimit(
                evaluation.optional(outcome.output(), "Output").orElse(standard), name);
        assigned.ifPresent(visit.strand()::assign);
        visit.endAttempt();
        desk.events().exited(visit, output, assigned);
        outcome.next()
                .ifPresentOrElse(next -> enter(visit.strand(), next, output), () -> finish(visit.strand(), output));
    }

    private void finish(Strand strand, JsonNode output) {
        strand.succeeded(output);
        strand.owner()
                .ifPresentOrElse(
                        owner -> guarded(owner, () -> behaviours.childSucceeded(owner, strand)),
                        () -> end.succeeded(strand));
    }

    /** Fails a state: it is retried, or its error caught, or its strand fails with it. */
    void fail(Visit visit, StateFailure what) {
        record(visit, what);
        visit.endAttempt();
        visit.failure(what.failure());
        aborter.abortChildren(visit);
        if (retry(visit, what.failure())) return;
        if (visit.state() instanceof MapState || visit.state() instanceof ParallelState) {
            desk.events().childrenFailed(visit);
        }
        catcher(visit, what.failure())
                .ifPresentOrElse(
                        catcher -> handOver(visit, catcher, what.failure()),
                        () -> fail(visit.strand(), what.failure()));
    }

    private void record(Visit visit, StateFailure what) {
        what.evaluated().ifPresent(location -> desk.events().evaluationFailed(visit, location, what.failure()));
    }

    private void handOver(Visit visit, Catcher catcher, Failure failure) {
        try {
            leave(visit, catcher.outcome(), Given.error(failure), failure.output());
        } catch (StateFailure second) {
            record(visit, second);
            visit.failure(second.failure());
            fail(visit.strand(), second.failure());
        }
    }

    private void fail(Strand strand, Failure failure) {
        strand.status(Strand.Status.FAILED);
        strand.owner()
                .ifPresentOrElse(
                        owner -> guarded(owner, () -> behaviours.childFailed(owner, strand, failure)),
                        () -> end.failed(strand, failure));
    }

    /** Only the first retrier that matches counts, even when it is used up. */
    private boolean retry(Visit visit, Failure failure) {
        if (!(visit.state() instanceof RecoverableState state)) return false;
        var retriers = state.recovery().retry();
        for (int i = 0; i < retriers.size(); i++) {
            var retrier = retriers.get(i);
            if (!new ErrorMatcher(retrier.errors()).matches(failure, ofBranch(visit))) continue;
            if (visit.retries(i) >= retrier.maxAttempts()) return false;
            var pause = retrier.delay(visit.countRetry(i), desk.random());
            visit.newAttempt();
            pause(visit, desk.timer().now().plus(pause));
            return true;
        }
        return false;
    }

    /** Until a failed state is tried again. */
    void pause(Visit visit, Instant until) {
        at(until, visit, () -> behaviours.begin(visit));
    }

    private static boolean ofBranch(Visit visit) {
        return visit.state() instanceof ParallelState
                && visit.children().stream().anyMatch(branch -> branch.is(Strand.Status.FAILED));
    }

    private static Optional<Catcher> catcher(Visit visit, Failure failure) {
        if (!(visit.state() instanceof RecoverableState state)) return Optional.empty();
        return state.recovery().catchers().stream()
                .filter(catcher -> new ErrorMatcher(catcher.errors()).matches(failure, ofBranch(visit)))
                .findFirst();
    }
}
