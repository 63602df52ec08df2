package booth.cli.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An execution as a person reads it.
 *
 * @param status Step Functions' word, {@code FAILED}
 * @param redrivenAt when it was continued after an end
 * @param log lines of the job in this execution that belong to none of its tasks
 */
public record Timeline(
        String execution,
        String status,
        Instant startedAt,
        Optional<Instant> endedAt,
        List<Instant> redrivenAt,
        Optional<String> error,
        Optional<String> cause,
        List<Step> steps,
        List<LogEntry> log) {
    public Timeline {
        redrivenAt = List.copyOf(redrivenAt);
        steps = List.copyOf(steps);
        log = List.copyOf(log);
    }
}
