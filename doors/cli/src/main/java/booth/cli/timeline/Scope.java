package booth.cli.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The states of one graph while the history is being read: of the machine, of an iteration, of a branch. */
final class Scope {
    private final Optional<Visit> owner;
    private final Optional<Integer> item;
    private final List<Visit> visits = new ArrayList<>();
    private Optional<Outcome> end = Optional.empty();

    /**
     * @param owner the Map or Parallel it is a part of; none for the machine's own
     * @param item which item of the innermost Map it is about
     */
    Scope(Optional<Visit> owner, Optional<Integer> item) {
        this.owner = owner;
        this.item = item;
    }

    Optional<Integer> item() {
        return item;
    }

    Optional<Visit> owner() {
        return owner;
    }

    void add(Visit visit) {
        visits.add(visit);
    }

    /** It runs, for the first time or again. */
    void started() {
        end = Optional.empty();
    }

    void ended(Outcome how) {
        end = Optional.of(how);
    }

    List<Step> steps(Instant origin, boolean over) {
        return visits.stream().map(visit -> visit.step(origin, over)).toList();
    }

    Step.Part part(int index, Instant origin, boolean over) {
        boolean closed = over || end.isPresent();
        List<Step> steps = steps(origin, closed);
        return new Step.Part(index, end.orElseGet(() -> lastOf(steps, closed)), steps);
    }

    /** Nothing is recorded of a branch's end: it ended as its last state did. */
    private static Outcome lastOf(List<Step> steps, boolean over) {
        if (steps.isEmpty()) return over ? Outcome.ABORTED : Outcome.RUNNING;
        Outcome last = steps.get(steps.size() - 1).outcome();
        return last == Outcome.CAUGHT ? Outcome.SUCCEEDED : last;
    }
}
