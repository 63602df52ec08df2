package booth.asl.run;

import booth.asl.definition.Graph;
import booth.asl.definition.NestingState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;

/**
 * One run through a graph: the execution's own, a branch's, or an iteration's.
 *
 * <p>Graph runs and {@link StateRun state runs} are the whole position of an execution, as a tree of data and not as a
 * call stack, so that it can be stopped, redriven, or written down as {@link Position}s and read again. Whatever
 * changes in them is noted in {@link PositionChanges}.
 */
final class GraphRun {
    enum Status {
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        ABORTED
    }

    private final Graph graph;
    private final Place place;
    private final Variables variables;
    private final Optional<StateRun> owner;
    private final Optional<Item> item;
    private Status status = Status.WAITING;
    private Optional<StateRun> stateRun = Optional.empty();
    private JsonNode output = NullNode.instance;
    private long lastEvent;

    /** An item of a Map. */
    record Item(int index, JsonNode value) {}

    /** Its name among the graph runs of its execution, and where its changes are noted. */
    private record Place(String path, PositionChanges changes) {}

    private GraphRun(Graph graph, Place place, Variables variables, Optional<StateRun> owner, Optional<Item> item) {
        this.graph = graph;
        this.place = place;
        this.variables = variables;
        this.owner = owner;
        this.item = item;
        place.changes.created(this);
    }

    static GraphRun outermost(Graph graph, PositionChanges changes) {
        return new GraphRun(graph, new Place("", changes), Variables.outermost(), Optional.empty(), Optional.empty());
    }

    /** @param item where it is an iteration */
    static GraphRun child(StateRun owner, NestingState state, int index, Optional<Item> item) {
        var outer = owner.graphRun();
        var place = new Place(outer.path() + '/' + index, outer.place.changes);
        return new GraphRun(state.child(index), place, outer.variables.inner(), Optional.of(owner), item);
    }

    Graph graph() {
        return graph;
    }

    /** Empty for the outermost; below it a slash and an index for each branch or iteration. */
    String path() {
        return place.path;
    }

    Variables variables() {
        return variables;
    }

    void assign(JsonNode values) {
        variables.assign(values);
        place.changes.assigned(this, values);
    }

    /** @throws StateFailure when the execution's variables would take more than AWS's 10 MiB */
    void checkRoom(JsonNode values) {
        var outermost = this;
        while (outermost.owner.isPresent()) outermost = outermost.owner.get().graphRun();
        if (outermost.variableBytes() + variables.growth(values) > Payload.MOST_VARIABLES) {
            throw StateFailure.of(Failure.of(
                    Failure.DATA_LIMIT_EXCEEDED, "The variables of the execution take more than 10 MiB together."));
        }
    }

    /** What the variables in it and below it take; those of a graph run that succeeded are gone. */
    private long variableBytes() {
        if (status == Status.SUCCEEDED) return 0;
        return variables.bytes()
                + stateRun.stream()
                        .flatMap(progress -> progress.children().stream())
                        .mapToLong(GraphRun::variableBytes)
                        .sum();
    }

    /** The Map or Parallel it belongs to. */
    Optional<StateRun> owner() {
        return owner;
    }

    /** Its own item, where it is an iteration. */
    Optional<Item> item() {
        return item;
    }

    Status status() {
        return status;
    }

    boolean is(Status other) {
        return status == other;
    }

    /** Where it is, or where it ended. */
    Optional<StateRun> stateRun() {
        return stateRun;
    }

    JsonNode output() {
        return output;
    }

    /** The last event of this run, which led to the next. */
    long lastEvent() {
        return lastEvent;
    }

    void lastEvent(long id) {
        lastEvent = id;
        touch();
    }

    void at(StateRun next) {
        stateRun = Optional.of(next);
        touch();
    }

    void status(Status next) {
        status = next;
        touch();
    }

    void succeeded(JsonNode result) {
        status = Status.SUCCEEDED;
        output = result;
        touch();
    }

    /** Something about it or its state run is no longer as it was written down. */
    void touch() {
        place.changes.changed(this);
    }
}
