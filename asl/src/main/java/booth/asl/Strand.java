package booth.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;

/**
 * One walk through a graph: the execution's own, a branch's, or an iteration's.
 *
 * <p>Strands and {@link Visit visits} are the whole position of an execution, as a tree of data and not as a call
 * stack, so that it can be stopped, redriven, or written down and read again.
 */
final class Strand {
    enum Status {
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        ABORTED
    }

    private final Graph graph;
    private final Variables variables;
    private final Optional<Visit> owner;
    private final Optional<Item> item;
    private Status status = Status.WAITING;
    private Optional<Visit> visit = Optional.empty();
    private JsonNode output = NullNode.instance;
    private long lastEvent;

    /** An item of a Map. */
    record Item(int index, JsonNode value) {}

    private Strand(Graph graph, Variables variables, Optional<Visit> owner, Optional<Item> item) {
        this.graph = graph;
        this.variables = variables;
        this.owner = owner;
        this.item = item;
    }

    static Strand outermost(Graph graph) {
        return new Strand(graph, Variables.outermost(), Optional.empty(), Optional.empty());
    }

    static Strand branch(Graph graph, Visit owner) {
        return new Strand(graph, owner.strand().variables.inner(), Optional.of(owner), Optional.empty());
    }

    static Strand iteration(Graph graph, Visit owner, Item item) {
        return new Strand(graph, owner.strand().variables.inner(), Optional.of(owner), Optional.of(item));
    }

    Graph graph() {
        return graph;
    }

    Variables variables() {
        return variables;
    }

    /** The Map or Parallel it belongs to. */
    Optional<Visit> owner() {
        return owner;
    }

    /** Its own item, where it is an iteration. */
    Optional<Item> item() {
        return item;
    }

    /** The item of the innermost iteration around it. */
    Optional<Item> innermostItem() {
        return item.or(() -> owner.flatMap(visit -> visit.strand().innermostItem()));
    }

    Status status() {
        return status;
    }

    boolean is(Status other) {
        return status == other;
    }

    /** Where it is, or where it ended. */
    Optional<Visit> visit() {
        return visit;
    }

    JsonNode output() {
        return output;
    }

    /** The last event of this walk, which led to the next. */
    long lastEvent() {
        return lastEvent;
    }

    void lastEvent(long id) {
        lastEvent = id;
    }

    void at(Visit next) {
        visit = Optional.of(next);
    }

    void status(Status next) {
        status = next;
    }

    void succeeded(JsonNode result) {
        status = Status.SUCCEEDED;
        output = result;
    }
}
