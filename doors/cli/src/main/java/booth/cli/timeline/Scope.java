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

    /** The execution continues: unless it had succeeded, it runs again. */
    void redriven() {
        if (!end.equals(Optional.of(Outcome.SUCCEEDED))) started();
    }

    /** The Map or Parallel begins anew: whatever is at work here never ends. */
    void cutOff() {
        visits.forEach(Visit::cutOff);
    }

    /** Once: of nested Maps it is not said whose item it is that was aborted with all others. */
    void ended(Outcome how) {
        if (end.isEmpty()) end = Optional.of(how);
    }

    /** @param open how those stand that nothing has ended: RUNNING, or how their execution's end left them */
    List<Step> steps(Instant origin, Outcome open) {
        return visits.stream().map(visit -> visit.step(origin, open)).toList();
    }

    Step.Part part(int index, Instant origin, Outcome open) {
        List<Step> steps = steps(origin, end.isPresent() ? Outcome.ABORTED : open);
        return new Step.Part(index, end.orElseGet(() -> lastOf(steps, open)), steps);
    }

    /** Nothing is recorded of a branch's end: it ended as its last state did. */
    private static Outcome lastOf(List<Step> steps, Outcome open) {
        if (steps.isEmpty()) return open;
        Outcome last = steps.get(steps.size() - 1).outcome();
        return last == Outcome.CAUGHT ? Outcome.SUCCEEDED : last;
    }
}
