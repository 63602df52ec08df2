package booth.asl.run;

import booth.asl.definition.MapState;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a processor once per item, so many at a time, and ends early when more fail than may. */
final class MapBehaviour extends NestingBehaviour {
    /** As many iterations as AWS runs of an inline Map at once, also where MaxConcurrency is 0 or larger. */
    private static final int MOST_AT_ONCE = 40;

    private final MapState state;

    MapBehaviour(RunContext context, Stepper stepper, StateRun stateRun, MapState state) {
        super(context, stepper, stateRun);
        this.state = state;
    }

    @Override
    void begin() {
        stateRun.newAttempt();
        var items = items();
        mostAtOnce();
        tolerance(); // what cannot be evaluated fails the state before MapStateStarted
        context.events().mapStarted(stateRun, items.size());
        var iterations = new ArrayList<GraphRun>();
        for (var value : items) {
            int index = iterations.size();
            iterations.add(GraphRun.child(stateRun, state, index, Optional.of(new GraphRun.Item(index, value))));
        }
        stateRun.children(iterations);
        proceed();
    }

    @Override
    void childSucceeded(GraphRun iteration) {
        long ended = context.events().iterationEnded(iteration, stateRun, "Succeeded");
        follow(iteration, ended);
        proceed();
    }

    @Override
    void childFailed(GraphRun iteration, Failure failure) {
        long ended = context.events().iterationEnded(iteration, stateRun, "Failed");
        stateRun.graphRun().lastEvent(iteration.lastEvent());
        tolerate(failure);
        follow(iteration, ended);
        proceed();
    }

    /** The next iteration follows what this one did last; the Map's own end follows the end of its last iteration. */
    private void follow(GraphRun iteration, long ended) {
        boolean last = count(GraphRun.Status.WAITING) + count(GraphRun.Status.RUNNING) == 0;
        stateRun.graphRun().lastEvent(last ? ended : iteration.lastEvent());
    }

    @Override
    void redrive(List<GraphRun> unfinished) {
        unfinished.forEach(iteration -> iteration.status(GraphRun.Status.WAITING));
        proceed();
    }

    private JsonNode items() {
        var evaluation = evaluation();
        if (state.items().isPresent()) {
            return evaluation.typed(state.items().get(), "Items", "array", any -> true);
        }
        if (stateRun.input().isArray()) return stateRun.input();
        throw evaluation.failure("Map state input must be an array but was: " + Payload.text(stateRun.input()), "");
    }

    private void proceed() {
        long running = count(GraphRun.Status.RUNNING);
        long most = mostAtOnce();
        for (var iteration : stateRun.children()) {
            if (running >= most) return;
            if (!iteration.is(GraphRun.Status.WAITING)) continue;
            start(iteration);
            running++;
        }
        if (running == 0) finish(state);
    }

    private void start(GraphRun iteration) {
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

    /** @throws StateFailure when too many iterations failed */
    private void tolerate(Failure failure) {
        var tolerance = tolerance();
        if (tolerance.isNone()) throw StateFailure.of(failure);
        if (tolerance.isExceeded(
                count(GraphRun.Status.FAILED), stateRun.children().size())) {
            throw StateFailure.of(Failure.of(
                    "States.ExceedToleratedFailureThreshold",
                    "The specified tolerated failure threshold was exceeded"));
        }
    }

    private Tolerance tolerance() {
        var evaluation = evaluation();
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

    private long mostAtOnce() {
        long most = evaluation()
                .whole(state.maxConcurrency(), "MaxConcurrency", 0, Integer.MAX_VALUE)
                .orElse(0L);
        return most == 0 ? MOST_AT_ONCE : Math.min(most, MOST_AT_ONCE);
    }

    private long count(GraphRun.Status status) {
        return stateRun.children().stream().filter(child -> child.is(status)).count();
    }
}
