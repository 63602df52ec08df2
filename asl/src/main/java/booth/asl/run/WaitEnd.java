package booth.asl.run;

import booth.asl.definition.WaitState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** When a Wait state ends. */
final class WaitEnd {
    private static final int MOST_SECONDS = 99_999_999;

    private final Evaluation evaluation;
    private final Instant now;

    WaitEnd(Evaluation evaluation, Instant now) {
        this.evaluation = evaluation;
        this.now = now;
    }

    Instant of(WaitState state) {
        if (state.until() instanceof WaitState.Seconds seconds) {
            return now.plusSeconds(evaluation
                    .whole(Optional.of(seconds.seconds()), "Seconds", 0, MOST_SECONDS)
                    .orElseThrow());
        }
        var template = ((WaitState.Timestamp) state.until()).timestamp();
        var text =
                evaluation.typed(template, "Timestamp", "string", any -> true).asText();
        try {
            return within(Timestamps.parse(text));
        } catch (DateTimeException malformed) {
            throw evaluation.failure(
                    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: "
                            + text,
                    "Timestamp");
        }
    }

    /** AWS counts the seconds in 32 bits: 68 years. */
    private Instant within(Instant end) {
        if (end.isAfter(now.plusSeconds(Integer.MAX_VALUE))) throw evaluation.runtime("Wait state delay is too long.");
        return end;
    }
}
