package booth.cli.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * Makes a timeline of a history. Events of branches and iterations interleave as they happened; what belongs together is
 * found by {@code previousEventId}, which leads from each event to the one before it in the same branch or iteration.
 */
public final class TimelineReader {
    private final Scope outermost = new Scope(Optional.empty(), Optional.empty());
    private final List<Visit> visits = new ArrayList<>();
    private final Map<Long, Visit> visitOf = new HashMap<>();
    private final Map<Long, Scope> iterations = new HashMap<>();
    private final Set<Long> parallels = new HashSet<>();
    private final List<Instant> redriven = new ArrayList<>();
    private final List<LogEntry> elsewhere = new ArrayList<>();

    private TimelineReader() {}

    /** @param log lines of this execution, in any order */
    public static Timeline read(DescribeExecutionResponse execution, List<HistoryEvent> history, List<LogEntry> log) {
        TimelineReader reader = new TimelineReader();
        history.stream().map(Event::of).forEach(reader::read);
        log.forEach(reader::place);
        return new Timeline(
                execution.name(),
                execution.statusAsString(),
                execution.startDate(),
                Optional.ofNullable(execution.stopDate()),
                reader.redriven,
                Optional.ofNullable(execution.error()),
                Optional.ofNullable(execution.cause()),
                reader.outermost.steps(execution.startDate(), open(execution)),
                reader.elsewhere);
    }

    /** How a state stands that nothing but the end of the execution has ended: when its time is up, all fail. */
    private static Outcome open(DescribeExecutionResponse execution) {
        if (execution.stopDate() == null) return Outcome.RUNNING;
        return execution.status() == ExecutionStatus.TIMED_OUT ? Outcome.FAILED : Outcome.ABORTED;
    }

    private void read(Event event) {
        String type = event.type();
        if (type.startsWith("Execution")) execution(event);
        else if (type.endsWith("StateEntered")) entered(event);
        else if (type.startsWith("MapIteration")) iteration(event);
        else if (!type.endsWith("StateAborted")) // that does not say of which state; it shows by what remains open
        concerned(event).ifPresent(visit -> inside(visit, event));
    }

    /**
     * The state that an event is about. The end of a Map or Parallel follows upon the last event of its last part, so the
     * state is further out; its failure, or a new beginning, upon the failure of one inside that may be of the same type.
     */
    private Optional<Visit> concerned(Event event) {
        String type = event.type();
        if (type.endsWith("StateExited") || type.startsWith("MapIteration"))
            return outwards(event, visit -> event.text("name").equals(Optional.of(visit.state())));
        if (type.equals("EvaluationFailed"))
            return outwards(event, visit -> event.text("state").equals(Optional.of(visit.state())));
        if (type.startsWith("MapState") || type.startsWith("ParallelState"))
            return outwards(event, visit -> type.startsWith(visit.type()) && !visit.hasFailed())
                    .or(() -> outwards(event, visit -> type.startsWith(visit.type())));
        return before(event);
    }

    private Optional<Visit> outwards(Event event, Predicate<Visit> meant) {
        Optional<Visit> visit = before(event);
        while (visit.isPresent() && !meant.test(visit.get()))
            visit = visit.get().scope().owner();
        return visit;
    }

    private Optional<Visit> before(Event event) {
        return Optional.ofNullable(visitOf.get(event.previous()));
    }

    private void execution(Event event) {
        before(event).ifPresent(visit -> visitOf.put(event.id(), visit));
        if (event.type().equals("ExecutionFailed"))
            before(event)
                    .filter(Visit::isFail) // entering it says nothing of the error
                    .ifPresent(visit -> visit.failed(event));
        if (event.type().equals("ExecutionRedriven")) {
            redriven.add(event.at());
            visits.forEach(Visit::redriven);
        }
    }

    private void entered(Event event) {
        Visit visit = new Visit(event, scopeOf(event));
        visits.add(visit);
        visitOf.put(event.id(), visit);
    }

    /** Where a state is entered: in the graph that just began, or beside the state before. */
    private Scope scopeOf(Event event) {
        Optional<Scope> iteration = Optional.ofNullable(iterations.get(event.previous()));
        if (iteration.isPresent()) return iteration.get();
        boolean first = parallels.contains(event.previous());
        return before(event)
                .map(visit -> first ? visit.branch() : visit.scope())
                .orElse(outermost);
    }

    private void iteration(Event event) {
        concerned(event).ifPresent(visit -> {
            Scope iteration = visit.iteration(event.number("index"));
            visitOf.put(event.id(), visit);
            switch (event.type()) {
                case "MapIterationStarted" -> {
                    iteration.started();
                    iterations.put(event.id(), iteration);
                }
                case "MapIterationSucceeded" -> iteration.ended(Outcome.SUCCEEDED);
                case "MapIterationFailed" -> iteration.ended(Outcome.FAILED);
                default -> iteration.ended(Outcome.ABORTED);
            }
        });
    }

    private void inside(Visit visit, Event event) {
        visitOf.put(event.id(), visit);
        String type = event.type();
        if (type.endsWith("StateExited")) visit.left(event);
        else if (type.endsWith("StateStarted")) started(visit, event);
        else if (type.endsWith("StateFailed") || type.equals("EvaluationFailed")) visit.failed(event);
        else if (type.endsWith("Scheduled")) visit.scheduled(event, redriven.size());
        else if (type.endsWith("Failed") || type.endsWith("TimedOut")) visit.answered(event, true);
        else if (type.endsWith("Succeeded") && !type.endsWith("StateSucceeded")) visit.answered(event, false);
    }

    private void started(Visit visit, Event event) {
        visit.started();
        if (event.type().startsWith("Parallel")) parallels.add(event.id());
    }

    /** With the attempt whose state, item and number it gives; of several such (redrives) the one of that time. */
    private void place(LogEntry entry) {
        Optional<Call> call = visits.stream()
                .filter(visit -> visit.state().equals(entry.text("state"))
                        && visit.scope().item().equals(entry.item()))
                .flatMap(visit -> visit.calls().stream())
                .filter(attempt ->
                        attempt.number() == entry.line().path("attempt").asInt(-1))
                .min(Comparator.comparing(attempt -> attempt.distance(entry.at())));
        Consumer<LogEntry> home =
                call.<Consumer<LogEntry>>map(attempt -> attempt::add).orElse(elsewhere::add);
        home.accept(entry);
    }
}
