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
    private boolean cutOff;

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

    boolean hasFailed() {
        return failure.isPresent();
    }

    Scope iteration(int index) {
        Optional<Integer> item = type.equals("Map") ? Optional.of(index) : scope.item();
        return parts.computeIfAbsent(index, begun -> new Scope(Optional.of(this), item));
    }

    Scope branch() {
        return iteration(parts.size());
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
        if (calls.isEmpty()) {
            if (badly) failed(event);
            return;
        }
        calls.get(calls.size() - 1).ended(event, badly);
        event.text("output").map(FileNames::in).ifPresent(names -> gives = names);
    }

    void failed(Event event) {
        failure = Optional.of(event);
    }

    /** Its items or branches begin, for the first time or again. */
    void started() {
        parts.values().forEach(Scope::cutOff);
        failure = Optional.empty();
    }

    /** Nothing more happens here, although no end is recorded. */
    void cutOff() {
        cutOff = true;
        parts.values().forEach(Scope::cutOff);
    }

    /** The execution continues: what failed before is being tried again; a Fail state is entered anew instead. */
    void redriven() {
        if (left.isPresent() || isFail()) return;
        failure = Optional.empty();
        parts.values().forEach(Scope::redriven);
    }

    boolean isFail() {
        return type.equals("Fail");
    }

    void left(Event event) {
        left = Optional.of(event.at());
    }

    /** @param open how it stands if nothing has ended it: RUNNING, or how the end of what it is part of left it */
    Step step(Instant origin, Outcome open) {
        Outcome unended = cutOff ? Outcome.ABORTED : open;
        Outcome inside = left.isPresent() ? Outcome.ABORTED : unended;
        return new Step(
                state,
                type,
                Duration.between(origin, entered).toMillis(),
                left.map(end -> Duration.between(entered, end).toMillis()),
                outcome(unended),
                calls.stream().map(call -> call.attempt(origin, inside)).toList(),
                reads,
                gives,
                failure.flatMap(Event::error),
                failure.flatMap(event -> event.text("cause")),
                parts.entrySet().stream()
                        .map(part -> part.getValue().part(part.getKey(), origin, inside))
                        .toList());
    }

    private Outcome outcome(Outcome unended) {
        if (isFail()) return Outcome.FAILED;
        boolean badly = failure.isPresent()
                || !calls.isEmpty() && calls.get(calls.size() - 1).failed();
        if (left.isPresent()) return badly ? Outcome.CAUGHT : Outcome.SUCCEEDED;
        return badly && unended != Outcome.RUNNING ? Outcome.FAILED : unended;
    }
}
