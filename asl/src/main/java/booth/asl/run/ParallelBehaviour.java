package booth.asl.run;

import booth.asl.definition.ParallelState;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.IntStream;

/** Runs branches side by side; the first that fails ends the others. */
final class ParallelBehaviour {
    private final Desk desk;
    private final Walker walker;

    ParallelBehaviour(Desk desk, Walker walker) {
        this.desk = desk;
        this.walker = walker;
    }

    void begin(Visit visit, ParallelState state) {
        visit.newAttempt();
        var input = desk.evaluator()
                .of(visit)
                .optional(state.arguments(), "Arguments")
                .orElse(visit.input());
        Payload.withinLimit(input, state.name());
        desk.events().parallelStarted(visit);
        visit.children(IntStream.range(0, state.branches().size())
                .mapToObj(index -> Strand.branch(state.branches().get(index), visit, index))
                .toList());
        for (var branch : visit.children()) {
            branch.lastEvent(visit.strand().lastEvent());
            walker.start(branch, input);
        }
    }

    void childSucceeded(Visit visit, ParallelState state, Strand branch) {
        visit.strand().lastEvent(branch.lastEvent());
        finishIfAllSucceeded(visit, state);
    }

    void childFailed(Visit visit, Strand branch, Failure failure) {
        visit.strand().lastEvent(branch.lastEvent());
        throw StateFailure.of(failure);
    }

    void redrive(Visit visit, ParallelState state) {
        visit.newAttempt();
        visit.children().stream()
                .filter(branch -> !branch.is(Strand.Status.SUCCEEDED))
                .forEach(walker::revive);
        finishIfAllSucceeded(visit, state);
    }

    private void finishIfAllSucceeded(Visit visit, ParallelState state) {
        if (!visit.children().stream().allMatch(branch -> branch.is(Strand.Status.SUCCEEDED))) return;
        var result = JsonNodeFactory.instance.arrayNode();
        visit.children().forEach(branch -> result.add(branch.output()));
        Payload.withinLimit(result, state.name());
        desk.events().childrenSucceeded(visit);
        walker.leave(visit, state.outcome(), Given.result(result), result);
    }
}
