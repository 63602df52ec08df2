package booth.cli.timeline;

import java.util.List;
import java.util.Optional;

/**
 * One call of a task.
 *
 * @param number how often it was retried before, from 0, since the state was entered or redriven
 * @param redrive after which redrive of the execution it began; 0 for none
 * @param startMillis since the execution started
 * @param millis how long it took; empty while it runs, and where it was cut off
 * @param log what the function wrote during it
 */
public record Attempt(
        int number,
        int redrive,
        long startMillis,
        Optional<Long> millis,
        Outcome outcome,
        Optional<String> error,
        Optional<String> cause,
        List<LogEntry> log) {
    public Attempt {
        log = List.copyOf(log);
    }
}
