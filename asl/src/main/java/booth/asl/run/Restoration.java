package booth.asl.run;

import booth.asl.definition.Graph;
import booth.asl.definition.NestingState;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the graph runs of an execution again, as its steps left them. */
final class Restoration {
    private final History history;
    private final Map<String, Position> positions = new HashMap<>();

    Restoration(History history, List<Step> steps) {
        this.history = history;
        steps.stream().flatMap(step -> step.positions().stream()).forEach(this::learn);
    }

    private void learn(Position position) {
        positions.merge(position.path(), position, (earlier, later) -> later.after(earlier));
    }

    GraphRun outermost(Graph graph, PositionChanges changes) {
        var graphRun = restored(GraphRun.outermost(graph, changes));
        changes.take(); // they are written down already
        return graphRun;
    }

    private GraphRun restored(GraphRun graphRun) {
        var position = Optional.ofNullable(positions.get(graphRun.path()));
        position.ifPresent(known -> restore(graphRun, known));
        return graphRun;
    }

    private void restore(GraphRun graphRun, Position position) {
        position.assigned().forEach(graphRun.variables()::assign);
        graphRun.lastEvent(position.lastEvent());
        position.state().ifPresent(progress -> graphRun.at(stateRun(graphRun, progress)));
        var status = GraphRun.Status.valueOf(position.status());
        if (status == GraphRun.Status.SUCCEEDED) graphRun.succeeded(history.payload(position.lastEvent(), "output"));
        else graphRun.status(status);
    }

    private StateRun stateRun(GraphRun graphRun, Position.StateProgress progress) {
        var entered = history.event(progress.enteredEvent());
        var state = graphRun.graph().state(entered.details().path("name").textValue());
        var stateRun = new StateRun(graphRun, state, history.payload(entered.id(), "input"), entered.timestamp());
        stateRun.entered(entered.previousEventId(), entered.id());
        stateRun.restore(progress);
        stateRun.children(IntStream.range(0, progress.children())
                .mapToObj(index -> restored(child(stateRun, index)))
                .toList());
        return stateRun;
    }

    private GraphRun child(StateRun stateRun, int index) {
        if (!(stateRun.state() instanceof NestingState state)) {
            throw new IllegalStateException("a " + stateRun.state().type() + " state has no children");
        }
        Optional<GraphRun.Item> item =
                state.iterates() ? Optional.of(item(stateRun.graphRun(), index)) : Optional.empty();
        return GraphRun.child(stateRun, state, index, item);
    }

    private GraphRun.Item item(GraphRun outer, int index) {
        var value =
                Optional.ofNullable(positions.get(outer.path() + '/' + index)).flatMap(Position::item);
        return new GraphRun.Item(index, value.orElse(NullNode.instance));
    }
}
