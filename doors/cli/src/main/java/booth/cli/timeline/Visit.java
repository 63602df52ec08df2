package booth.cli.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A step while the history is being read. */
final class Visit {
    private final String state;
    private final String type;
    private final Instant entered;
    private final Scope scope;
    private final List<Call> calls = new ArrayList<>();
    private final Map<Integer, Scope> parts = new TreeMap<>();
    private List<String> reads = List.of();
    private List<String> gives = List.of();
    private Optional<Instant> left = Optional.empty();
    private Optional<Event> failure = Optional.empty();

    Visit(Event entered, Scope scope) {
        this.state = entered.text("name").orElse("?");
        this.type = entered.type().replace("StateEntered", "");
        this.entered = entered.at();
        this.scope = scope;
        scope.add(this);
    }

    String state() {
        return state;
    }

    Scope scope() {
        return scope;
    }

    List<Call> calls() {
        return calls;
    }

    String type() {
        return type;
    }

    boolean open() {
        return left.isEmpty();
    }

    Scope iteration(int index) {
        Optional<Integer> item = type.equals("Map") ? Optional.of(index) : scope.item();
        return parts.computeIfAbsent(index, begun -> new Scope(Optional.of(this), item));
    }

    Scope branch() {
        return iteration(parts.size());
    }

    Optional<Scope> part(int index) {
        return Optional.ofNullable(parts.get(index));
    }

    /** Its task is called, for the first time or again. */
    void scheduled(Event event, int redrive) {
        int number =
                (int) calls.stream().filter(call -> call.redrive() == redrive).count();
        calls.forEach(call -> call.overtaken(event.at()));
        calls.add(new Call(number, redrive, event.at()));
        failure = Optional.empty();
        reads = event.text("input")
                .or(() -> event.text("parameters"))
                .map(FileNames::in)
                .orElse(List.of());
    }

    void answered(Event event, boolean badly) {
        if (calls.isEmpty()) return;
        calls.get(calls.size() - 1).ended(event, badly);
        event.text("output").map(FileNames::in).ifPresent(names -> gives = names);
    }

    void failed(Event event) {
        failure = Optional.of(event);
    }

    /** The execution continues: what failed before is being tried again. */
    void redriven() {
        if (open()) failure = Optional.empty();
    }

    void left(Event event) {
        left = Optional.of(event.at());
    }

    /** @param over whether nothing more can happen here */
    Step step(Instant origin, boolean over) {
        Outcome outcome = outcome(over);
        boolean partsOver = over || left.isPresent() || failure.isPresent();
        return new Step(
                state,
                type,
                Duration.between(origin, entered).toMillis(),
                left.map(end -> Duration.between(entered, end).toMillis()),
                outcome,
                calls.stream()
                        .map(call -> call.attempt(origin, over || left.isPresent()))
                        .toList(),
                reads,
                gives,
                failure.flatMap(event -> event.text("error")),
                failure.flatMap(event -> event.text("cause")),
                parts.entrySet().stream()
                        .map(part -> part.getValue().part(part.getKey(), origin, partsOver))
                        .toList());
    }

    private Outcome outcome(boolean over) {
        boolean badly = failure.isPresent()
                || !calls.isEmpty() && calls.get(calls.size() - 1).failed();
        if (left.isPresent()) return badly ? Outcome.CAUGHT : Outcome.SUCCEEDED;
        if (badly && over) return Outcome.FAILED;
        return over ? Outcome.ABORTED : Outcome.RUNNING;
    }
}
