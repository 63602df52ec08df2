package booth.cli.timeline;

import booth.cli.terminal.Age;
import booth.core.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A timeline as lines of text: one for each step, indented as they are nested, and beneath it what there is to say. */
public final class TimelineText {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Set<String> KNOWN =
            Set.of("event", "jobId", "execution", "state", "attempt", "millis", "error", "message");
    private static final String MARGIN = " ".repeat(22);

    private final OptionalInt columns;
    private final List<String> lines = new ArrayList<>();

    private TimelineText(OptionalInt columns) {
        this.columns = columns;
    }

    /** @param columns a line that is longer is cut off; none is where this is empty */
    public static List<String> of(Timeline timeline, OptionalInt columns) {
        TimelineText text = new TimelineText(columns);
        text.head(timeline);
        timeline.steps().forEach(step -> text.step(step, 0));
        timeline.log().forEach(entry -> text.add(MARGIN + entry.function() + " " + logged(entry)));
        return text.lines;
    }

    private void head(Timeline timeline) {
        String took = timeline.endedAt()
                .map(end -> " after "
                        + seconds(Duration.between(timeline.startedAt(), end).toMillis()))
                .orElse("");
        add("%s  %s%s, started %s"
                .formatted(timeline.execution(), timeline.status(), took, DAY.format(timeline.startedAt())));
        for (Instant moment : timeline.redrivenAt()) add("  redriven " + DAY.format(moment));
        problem("  ", timeline.error(), timeline.cause());
        add("     start      took  state");
    }

    private void step(Step step, int depth) {
        String indent = "  ".repeat(depth);
        add("%9s %9s  %s%s%s"
                .formatted(
                        seconds(step.startMillis()),
                        step.millis().map(TimelineText::seconds).orElse("-"),
                        indent,
                        step.state(),
                        outcome(step)));
        String margin = MARGIN + indent + "  ";
        files(step).ifPresent(files -> add(margin + files));
        problem(margin, step.error(), step.cause());
        attempts(step, margin);
        for (Step.Part part : step.parts()) part(step, part, depth + 1);
    }

    private static String outcome(Step step) {
        String parts = step.type().equals("Map") ? " (" + step.parts().size() + " items)" : "";
        return switch (step.outcome()) {
            case SUCCEEDED -> parts;
            case CAUGHT -> parts + "  failed, caught";
            case FAILED -> parts + "  FAILED";
            case ABORTED -> parts + "  aborted";
            case RUNNING -> parts + "  running";
        };
    }

    private static Optional<String> files(Step step) {
        String reads = step.reads().stream()
                .filter(name -> !step.gives().contains(name)) // a task is told where to write
                .collect(Collectors.joining(" "));
        String gives = String.join(" ", step.gives());
        if (reads.isEmpty() && gives.isEmpty()) return Optional.empty();
        return Optional.of(gives.isEmpty() ? reads : reads + " → " + gives);
    }

    /** A single one of which there is nothing to say is the step itself. */
    private void attempts(Step step, String margin) {
        boolean plain = step.attempts().size() == 1 && step.attempts().get(0).outcome() != Outcome.FAILED;
        for (Attempt attempt : step.attempts()) {
            if (!plain) {
                add("%s attempt %d%s: %s%s"
                        .formatted(
                                margin.substring(1),
                                attempt.number(),
                                attempt.redrive() == 0 ? "" : " of redrive " + attempt.redrive(),
                                attempt.outcome().word(),
                                attempt.millis()
                                        .map(millis -> " after " + seconds(millis))
                                        .orElse("")));
                problem(margin + "  ", attempt.error(), attempt.cause());
            }
            attempt.log().forEach(entry -> add(margin + (plain ? "" : "  ") + logged(entry)));
        }
    }

    private void part(Step whole, Step.Part part, int depth) {
        if (part.steps().isEmpty())
            add(MARGIN + "  ".repeat(depth) + "[" + part.index() + "] "
                    + part.outcome().word());
        boolean map = whole.type().equals("Map");
        for (Step step : part.steps()) step(map ? numbered(step, part.index()) : step, depth);
    }

    private static Step numbered(Step step, int index) {
        return new Step(
                "[" + index + "] " + step.state(),
                step.type(),
                step.startMillis(),
                step.millis(),
                step.outcome(),
                step.attempts(),
                step.reads(),
                step.gives(),
                step.error(),
                step.cause(),
                step.parts());
    }

    private void problem(String margin, Optional<String> error, Optional<String> cause) {
        if (error.isEmpty() && cause.isEmpty()) return;
        add(margin
                + Stream.concat(error.stream(), cause.map(TimelineText::words).stream())
                        .collect(Collectors.joining(": ")));
    }

    /** Lambda's causes are JSON around a sentence and a stack trace. */
    private static String words(String cause) {
        try {
            JsonNode message = Json.MAPPER.readTree(cause).path("errorMessage");
            if (message.isTextual()) return words(message.textValue());
        } catch (JacksonException e) {
            // plain words
        }
        return cause.lines().collect(Collectors.joining(" "));
    }

    private static String logged(LogEntry entry) {
        StringBuilder text = new StringBuilder(TIME.format(entry.at()) + " " + entry.text("event"));
        if (entry.line().has("millis"))
            text.append(' ').append(entry.text("millis")).append(" ms");
        entry.line().properties().stream()
                .filter(field -> !KNOWN.contains(field.getKey()))
                .forEach(field -> text.append(' ')
                        .append(field.getKey())
                        .append('=')
                        .append(field.getValue().asText()));
        String error = Stream.of(entry.text("error"), entry.text("message"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        return error.isEmpty() ? text.toString() : text + " " + error;
    }

    private static String seconds(long millis) {
        return Age.took(Duration.ofMillis(millis));
    }

    private void add(String line) {
        String whole = line.stripTrailing();
        lines.add(
                columns.isPresent() && whole.length() > columns.getAsInt()
                        ? whole.substring(0, columns.getAsInt() - 1) + "…"
                        : whole);
    }
}
