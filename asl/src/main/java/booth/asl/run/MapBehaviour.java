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

    private final RunContext context;
    private final Stepper stepper;

    MapBehaviour(RunContext context, Stepper stepper) {
        this.context = context;
        this.stepper = stepper;
    }

    void begin(StateRun stateRun, MapState state) {
        stateRun.newAttempt();
        var items = items(stateRun, state);
        mostAtOnce(stateRun, state);
        tolerance(stateRun, state); // what cannot be evaluated fails the state before MapStateStarted
        context.events().mapStarted(stateRun, items.size());
        var iterations = new ArrayList<GraphRun>();
        for (var item : items) {
            iterations.add(GraphRun.iteration(state.processor(), stateRun, new GraphRun.Item(iterations.size(), item)));
        }
        stateRun.children(iterations);
        proceed(stateRun, state);
    }

    void childSucceeded(StateRun stateRun, MapState state, GraphRun iteration) {
        long ended = context.events().iterationEnded(iteration, stateRun, "Succeeded");
        follow(stateRun, iteration, ended);
        proceed(stateRun, state);
    }

    void childFailed(StateRun stateRun, MapState state, GraphRun iteration, Failure failure) {
        long ended = context.events().iterationEnded(iteration, stateRun, "Failed");
        stateRun.graphRun().lastEvent(iteration.lastEvent());
        tolerate(stateRun, state, failure);
        follow(stateRun, iteration, ended);
        proceed(stateRun, state);
    }

    /** The next iteration follows what this one did last; the Map's own end follows the end of its last iteration. */
    private static void follow(StateRun stateRun, GraphRun iteration, long ended) {
        boolean last = count(stateRun, GraphRun.Status.WAITING) + count(stateRun, GraphRun.Status.RUNNING) == 0;
        stateRun.graphRun().lastEvent(last ? ended : iteration.lastEvent());
    }

    /** Succeeded iterations keep their results; the others continue, no more at once than allowed. */
    void redrive(StateRun stateRun, MapState state) {
        stateRun.newAttempt();
        stateRun.children().stream()
                .filter(iteration -> !iteration.is(GraphRun.Status.SUCCEEDED))
                .forEach(iteration -> iteration.status(GraphRun.Status.WAITING));
        proceed(stateRun, state);
    }

    private JsonNode items(StateRun stateRun, MapState state) {
        var evaluation = context.evaluator().of(stateRun);
        if (state.items().isPresent()) {
            return evaluation.typed(state.items().get(), "Items", "array", any -> true);
        }
        if (stateRun.input().isArray()) return stateRun.input();
        throw evaluation.failure("Map state input must be an array but was: " + Payload.text(stateRun.input()), "");
    }

    private void proceed(StateRun stateRun, MapState state) {
        long running = count(stateRun, GraphRun.Status.RUNNING);
        long most = mostAtOnce(stateRun, state);
        for (var iteration : stateRun.children()) {
            if (running >= most) return;
            if (!iteration.is(GraphRun.Status.WAITING)) continue;
            start(stateRun, state, iteration);
            running++;
        }
        if (running == 0) finish(stateRun, state);
    }

    private void start(StateRun stateRun, MapState state, GraphRun iteration) {
        if (iteration.stateRun().isPresent()) {
            stepper.redrive(iteration);
            return;
        }
        var item = iteration.item().orElseThrow();
        var input = context.evaluator()
                .of(stateRun, item)
                .optional(state.itemSelector(), "ItemSelector")
                .orElse(item.value());
        Payload.withinLimit(input, state.name());
        context.events().iterationStarted(iteration, stateRun);
        stepper.start(iteration, input);
    }

    private void finish(StateRun stateRun, MapState state) {
        var result = JsonNodeFactory.instance.arrayNode();
        stateRun.children().stream()
                .filter(iteration -> iteration.is(GraphRun.Status.SUCCEEDED))
                .forEach(iteration -> result.add(iteration.output()));
        Payload.withinLimit(result, state.name());
        context.events().childrenSucceeded(stateRun);
        stepper.leave(stateRun, state.outcome(), StateResult.result(result), result);
    }

    /** @throws StateFailure when too many iterations failed */
    private void tolerate(StateRun stateRun, MapState state, Failure failure) {
        var tolerance = tolerance(stateRun, state);
        if (tolerance.isNone()) throw StateFailure.of(failure);
        if (tolerance.isExceeded(
                count(stateRun, GraphRun.Status.FAILED), stateRun.children().size())) {
            throw StateFailure.of(Failure.of(
                    "States.ExceedToleratedFailureThreshold",
                    "The specified tolerated failure threshold was exceeded"));
        }
    }

    private Tolerance tolerance(StateRun stateRun, MapState state) {
        var evaluation = context.evaluator().of(stateRun);
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

    private long mostAtOnce(StateRun stateRun, MapState state) {
        long most = context.evaluator()
                .of(stateRun)
                .whole(state.maxConcurrency(), "MaxConcurrency", 0, Integer.MAX_VALUE)
                .orElse(0L);
        return most == 0 ? MOST_AT_ONCE : Math.min(most, MOST_AT_ONCE);
    }

    private static long count(StateRun stateRun, GraphRun.Status status) {
        return stateRun.children().stream().filter(child -> child.is(status)).count();
    }
}
