package booth.asl.run;

import booth.asl.definition.Graph;
import booth.asl.definition.MapState;
import booth.asl.definition.ParallelState;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the strands of an execution again, as its steps left them. */
final class Restoration {
    private final History history;
    private final Map<String, Position> positions = new HashMap<>();

    Restoration(History history, List<Step> steps) {
        this.history = history;
        steps.stream().flatMap(step -> step.moves().stream()).forEach(this::learn);
    }

    private void learn(Position position) {
        positions.merge(position.path(), position, (earlier, later) -> later.after(earlier));
    }

    Strand outermost(Graph graph, Moves moves) {
        var strand = restored(Strand.outermost(graph, moves));
        moves.take(); // they are written down already
        return strand;
    }

    private Strand restored(Strand strand) {
        var position = Optional.ofNullable(positions.get(strand.path()));
        position.ifPresent(known -> restore(strand, known));
        return strand;
    }

    private void restore(Strand strand, Position position) {
        position.assigned().forEach(strand.variables()::assign);
        strand.lastEvent(position.lastEvent());
        position.visit().ifPresent(stay -> strand.at(visit(strand, stay)));
        var status = Strand.Status.valueOf(position.status());
        if (status == Strand.Status.SUCCEEDED) strand.succeeded(history.payload(position.lastEvent(), "output"));
        else strand.status(status);
    }

    private Visit visit(Strand strand, Position.Stay stay) {
        var entered = history.event(stay.enteredEvent());
        var state = strand.graph().state(entered.details().path("name").textValue());
        var visit = new Visit(strand, state, history.payload(entered.id(), "input"), entered.timestamp());
        visit.entered(entered.previousEventId(), entered.id());
        visit.restore(stay);
        visit.children(IntStream.range(0, stay.children())
                .mapToObj(index -> restored(child(visit, index)))
                .toList());
        return visit;
    }

    private Strand child(Visit visit, int index) {
        if (visit.state() instanceof ParallelState parallel) {
            return Strand.branch(parallel.branches().get(index), visit, index);
        }
        if (visit.state() instanceof MapState map) {
            var item = Optional.ofNullable(positions.get(visit.strand().path() + '/' + index))
                    .flatMap(Position::item);
            return Strand.iteration(map.processor(), visit, new Strand.Item(index, item.orElse(NullNode.instance)));
        }
        throw new IllegalStateException("a " + visit.state().type() + " state has no children");
    }
}
