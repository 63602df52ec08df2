package booth.local.states;

import booth.asl.Execution;
import booth.asl.HistoryEvent;
import booth.asl.HistoryListener;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One execution as the API sees it. Its journal holds everything; in memory are its names, how it stands, and while it
 * runs or may be redriven, the interpreter's handle. Every event goes to the journal before the interpreter acts on it.
 */
final class Run implements HistoryListener {
    private static final Set<String> TURNS = Set.of(
            "ExecutionStarted",
            "ExecutionRedriven",
            "ExecutionSucceeded",
            "ExecutionFailed",
            "ExecutionTimedOut",
            "ExecutionAborted");

    private final String arn;
    private final String name;
    private final String machineArn;
    private final Journal journal;
    private final BiConsumer<Run, HistoryEvent> turns;
    private volatile Summary summary;
    private volatile long events;
    private volatile Optional<Execution> live = Optional.empty();
    private volatile Optional<String> redriveToken = Optional.empty();

    /** @param turns hears of every event that changes the status, after it was written */
    Run(Header header, Summary summary, Journal journal, BiConsumer<Run, HistoryEvent> turns) {
        this.arn = header.arn();
        this.name = header.name();
        this.machineArn = header.machineArn();
        this.summary = summary;
        this.journal = journal;
        this.turns = turns;
    }

    @Override
    public void recorded(Execution execution, HistoryEvent event) {
        live = Optional.of(execution);
        record(event);
        if (event.type().equals("ExecutionSucceeded")) live = Optional.empty(); // nothing can be asked of it any more
    }

    /** Writes an event the interpreter did not see: what is said of an execution whose process died. */
    void record(HistoryEvent event) {
        journal.append(event);
        summary = summary.after(event);
        events = event.id();
        if (!TURNS.contains(event.type())) return;
        if (!summary.running()) journal.append(summary);
        turns.accept(this, event);
    }

    String arn() {
        return arn;
    }

    String name() {
        return name;
    }

    String machineArn() {
        return machineArn;
    }

    Summary summary() {
        return summary;
    }

    /** How many events its history has; 0 for an execution of an earlier process. */
    long events() {
        return events;
    }

    Instant startDate() {
        return summary.startDate();
    }

    /** From disk. */
    Header header() {
        return journal.header().orElseThrow(() -> new IllegalStateException("The journal of " + arn + " is empty."));
    }

    /** From disk. */
    List<HistoryEvent> history() {
        return journal.events();
    }

    /** The interpreter's handle; empty once it succeeded, and for executions of an earlier process. */
    Optional<Execution> live() {
        return live;
    }

    /** The client token of the last redrive. */
    Optional<String> redriveToken() {
        return redriveToken;
    }

    void redrivenBy(Optional<String> token) {
        redriveToken = token;
    }

    boolean closedBefore(Instant instant) {
        return summary.stopDate().filter(stop -> stop.isBefore(instant)).isPresent();
    }

    void delete() {
        journal.delete();
    }
}
