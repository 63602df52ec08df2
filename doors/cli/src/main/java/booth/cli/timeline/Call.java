package booth.cli.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An attempt while the history is being read. */
final class Call {
    private final int number;
    private final int redrive;
    private final Instant start;
    private final List<LogEntry> log = new ArrayList<>();
    private Optional<Event> end = Optional.empty();
    private Optional<Instant> overtaken = Optional.empty();
    private boolean failed;

    Call(int number, int redrive, Instant start) {
        this.number = number;
        this.redrive = redrive;
        this.start = start;
    }

    int redrive() {
        return redrive;
    }

    int number() {
        return number;
    }

    boolean failed() {
        return failed;
    }

    void ended(Event how, boolean badly) {
        end = Optional.of(how);
        failed = badly;
    }

    /** Another attempt began, so this one is over, whether or not that was recorded. */
    void overtaken(Instant moment) {
        if (end.isEmpty()) overtaken = Optional.of(moment);
    }

    void add(LogEntry line) {
        log.add(line);
    }

    /** How far a moment lies outside of this attempt. */
    Duration distance(Instant moment) {
        if (moment.isBefore(start)) return Duration.between(moment, start);
        return end.map(Event::at)
                .or(() -> overtaken)
                .filter(moment::isAfter)
                .map(over -> Duration.between(over, moment))
                .orElse(Duration.ZERO);
    }

    /** @param open how it stands if nothing has ended it */
    Attempt attempt(Instant origin, Outcome open) {
        return new Attempt(
                number,
                redrive,
                Duration.between(origin, start).toMillis(),
                end.map(event -> Duration.between(start, event.at()).toMillis()),
                outcome(open),
                failed ? end.flatMap(Event::error) : Optional.empty(),
                failed ? end.flatMap(event -> event.text("cause")) : Optional.empty(),
                log);
    }

    private Outcome outcome(Outcome open) {
        if (end.isPresent()) return failed ? Outcome.FAILED : Outcome.SUCCEEDED;
        return overtaken.isPresent() ? Outcome.ABORTED : open;
    }
}
