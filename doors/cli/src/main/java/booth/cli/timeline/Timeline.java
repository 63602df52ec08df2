package booth.cli.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    /** Types of states that take time by themselves. */
    private static final Set<String> WORKING = Set.of("Task", "Map", "Parallel");

    public Timeline {
        redrivenAt = List.copyOf(redrivenAt);
        steps = List.copyOf(steps);
        log = List.copyOf(log);
    }

    /** What each outermost Task, Map and Parallel that has ended took, in the order in which they were entered. */
    public Map<String, Duration> stages() {
        Map<String, Duration> stages = new LinkedHashMap<>();
        for (Step step : steps)
            if (WORKING.contains(step.type()))
                step.millis()
                        .map(Duration::ofMillis)
                        .ifPresent(took -> stages.merge(step.state(), took, Duration::plus));
        return stages;
    }
}
