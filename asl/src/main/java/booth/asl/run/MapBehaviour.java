package booth.asl.run;

import booth.asl.definition.MapState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Optional;

/** Runs a processor once per item, so many at a time, and ends early when more fail than may. */
final class MapBehaviour {
    /** As many iterations as AWS runs of an inline Map at once, also where MaxConcurrency is 0 or larger. */
    private static final int MOST_AT_ONCE = 40;

    private final Desk desk;
    private final Walker walker;

    MapBehaviour(Desk desk, Walker walker) {
        this.desk = desk;
        this.walker = walker;
    }

    void begin(Visit visit, MapState state) {
        visit.newAttempt();
        var items = items(visit, state);
        mostAtOnce(visit, state);
        tolerance(visit, state); // what cannot be evaluated fails the state before MapStateStarted
        desk.events().mapStarted(visit, items.size());
        var iterations = new ArrayList<Strand>();
        for (var item : items) {
            iterations.add(Strand.iteration(state.processor(), visit, new Strand.Item(iterations.size(), item)));
        }
        visit.children(iterations);
        proceed(visit, state);
    }

    void childSucceeded(Visit visit, MapState state, Strand iteration) {
        long ended = desk.events().iterationEnded(iteration, visit, "Succeeded");
        follow(visit, iteration, ended);
        proceed(visit, state);
    }

    void childFailed(Visit visit, MapState state, Strand iteration, Failure failure) {
        long ended = desk.events().iterationEnded(iteration, visit, "Failed");
        visit.strand().lastEvent(iteration.lastEvent());
        tolerate(visit, state, failure);
        follow(visit, iteration, ended);
        proceed(visit, state);
    }

    /** The next iteration follows what this one did last; the Map's own end follows the end of its last iteration. */
    private static void follow(Visit visit, Strand iteration, long ended) {
        boolean last = count(visit, Strand.Status.WAITING) + count(visit, Strand.Status.RUNNING) == 0;
        visit.strand().lastEvent(last ? ended : iteration.lastEvent());
    }

    /** Succeeded iterations keep their results; the others continue, no more at once than allowed. */
    void redrive(Visit visit, MapState state) {
        visit.newAttempt();
        visit.children().stream()
                .filter(iteration -> !iteration.is(Strand.Status.SUCCEEDED))
                .forEach(iteration -> iteration.status(Strand.Status.WAITING));
        proceed(visit, state);
    }

    private JsonNode items(Visit visit, MapState state) {
        var evaluation = desk.evaluator().of(visit);
        if (state.items().isPresent()) {
            return evaluation.typed(state.items().get(), "Items", "array", any -> true);
        }
        if (visit.input().isArray()) return visit.input();
        throw evaluation.failure("Map state input must be an array but was: " + Payload.text(visit.input()), "");
    }

    private void proceed(Visit visit, MapState state) {
        long running = count(visit, Strand.Status.RUNNING);
        long most = mostAtOnce(visit, state);
        for (var iteration : visit.children()) {
            if (running >= most) return;
            if (!iteration.is(Strand.Status.WAITING)) continue;
            start(visit, state, iteration);
            running++;
        }
        if (running == 0) finish(visit, state);
    }

    private void start(Visit visit, MapState state, Strand iteration) {
        if (iteration.visit().isPresent()) {
            walker.revive(iteration);
            return;
        }
        var item = iteration.item().orElseThrow();
        var input = desk.evaluator()
                .of(visit, item)
                .optional(state.itemSelector(), "ItemSelector")
                .orElse(item.value());
        Payload.withinLimit(input, state.name());
        desk.events().iterationStarted(iteration, visit);
        walker.start(iteration, input);
    }

    private void finish(Visit visit, MapState state) {
        var result = JsonNodeFactory.instance.arrayNode();
        visit.children().stream()
                .filter(iteration -> iteration.is(Strand.Status.SUCCEEDED))
                .forEach(iteration -> result.add(iteration.output()));
        Payload.withinLimit(result, state.name());
        desk.events().childrenSucceeded(visit);
        walker.leave(visit, state.outcome(), Given.result(result), result);
    }

    /** @throws StateFailure when too many iterations failed */
    private void tolerate(Visit visit, MapState state, Failure failure) {
        var tolerance = tolerance(visit, state);
        if (tolerance.isNone()) throw StateFailure.of(failure);
        if (tolerance.isExceeded(
                count(visit, Strand.Status.FAILED), visit.children().size())) {
            throw StateFailure.of(Failure.of(
                    "States.ExceedToleratedFailureThreshold",
                    "The specified tolerated failure threshold was exceeded"));
        }
    }

    private Tolerance tolerance(Visit visit, MapState state) {
        var evaluation = desk.evaluator().of(visit);
        return new Tolerance(
                evaluation.whole(state.tolerance().count(), "ToleratedFailureCount", 0, Integer.MAX_VALUE),
                evaluation.percentage(state.tolerance().percentage(), "ToleratedFailurePercentage"));
    }

    private record Tolerance(Optional<Long> count, Optional<Double> percentage) {
        boolean isNone() {
            return count.isEmpty() && percentage.isEmpty();
        }

        boolean isExceeded(long failed, int of) {
            return count.filter(most -> failed > most).isPresent()
                    || percentage.filter(most -> 100.0 * failed / of > most).isPresent();
        }
    }

    private long mostAtOnce(Visit visit, MapState state) {
        long most = desk.evaluator()
                .of(visit)
                .whole(state.maxConcurrency(), "MaxConcurrency", 0, Integer.MAX_VALUE)
                .orElse(0L);
        return most == 0 ? MOST_AT_ONCE : Math.min(most, MOST_AT_ONCE);
    }

    private static long count(Visit visit, Strand.Status status) {
        return visit.children().stream().filter(child -> child.is(status)).count();
    }
}
