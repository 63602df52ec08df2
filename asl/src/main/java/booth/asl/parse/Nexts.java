package booth.asl.parse;

import booth.asl.definition.ChoiceState;
import booth.asl.definition.FailState;
import booth.asl.definition.MapState;
import booth.asl.definition.Outcome;
import booth.asl.definition.ParallelState;
import booth.asl.definition.PassState;
import booth.asl.definition.RecoverableState;
import booth.asl.definition.StateVisitor;
import booth.asl.definition.SucceedState;
import booth.asl.definition.TaskState;
import booth.asl.definition.WaitState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a state may lead; the empty next is the end of its graph. */
final class Nexts implements StateVisitor<List<Optional<String>>> {
    private static final List<Optional<String>> END = List.of(Optional.empty());

    @Override
    public List<Optional<String>> pass(PassState state) {
        return List.of(state.outcome().next());
    }

    @Override
    public List<Optional<String>> task(TaskState state) {
        return recoverable(state);
    }

    @Override
    public List<Optional<String>> choice(ChoiceState state) {
        var rules = state.rules().stream().map(ChoiceState.Rule::outcome);
        return Stream.concat(rules, state.otherwise().stream())
                .map(Outcome::next)
                .toList();
    }

    @Override
    public List<Optional<String>> await(WaitState state) {
        return List.of(state.outcome().next());
    }

    @Override
    public List<Optional<String>> succeed(SucceedState state) {
        return END;
    }

    @Override
    public List<Optional<String>> fail(FailState state) {
        return END;
    }

    @Override
    public List<Optional<String>> parallel(ParallelState state) {
        return recoverable(state);
    }

    @Override
    public List<Optional<String>> map(MapState state) {
        return recoverable(state);
    }

    private static List<Optional<String>> recoverable(RecoverableState state) {
        var caught = state.recovery().catchers().stream()
                .map(catcher -> catcher.outcome().next());
        return Stream.concat(Stream.of(state.outcome().next()), caught).toList();
    }
}
