package booth.asl.parse;

import booth.asl.definition.Catcher;
import booth.asl.definition.ErrorNames;
import booth.asl.definition.Recovery;
import booth.asl.definition.Retrier;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code Retry} and {@code Catch}. */
final class RecoveryParser {
    private static final int MOST = 99_999_999;
    /** "Greater than 0 and less than 31622400": 366 days. */
    private static final int LONGEST_DELAY = 31_622_399;

    private static final String ALL = "States.ALL";

    private final OutcomeParser outcomes;

    RecoveryParser(OutcomeParser outcomes) {
        this.outcomes = outcomes;
    }

    Recovery parse(Fields state) {
        var retriers = state.objects("Retry");
        var catchers = state.objects("Catch");
        var recovery = new Recovery(
                retriers.stream().map(this::retrier).toList(),
                catchers.stream().map(this::catcher).toList());
        wildcardIsLast(retriers, recovery.retry().stream().map(Retrier::errors).toList());
        wildcardIsLast(
                catchers, recovery.catchers().stream().map(Catcher::errors).toList());
        return recovery;
    }

    private Retrier retrier(Fields fields) {
        var retrier = new Retrier(
                errors(fields),
                Duration.ofSeconds(fields.whole("IntervalSeconds", 1, MOST).orElse(1)),
                fields.whole("MaxAttempts", 0, MOST).orElse(3),
                fields.number("BackoffRate", 1, Integer.MAX_VALUE).orElse(2.0),
                fields.whole("MaxDelaySeconds", 1, LONGEST_DELAY).map(Duration::ofSeconds),
                jitter(fields));
        fields.rejectTheRest();
        return retrier;
    }

    private static boolean jitter(Fields fields) {
        var strategy = fields.text("JitterStrategy").orElse("NONE");
        if (!List.of("FULL", "NONE").contains(strategy)) {
            fields.fault("JitterStrategy", Fault.INVALID_VALUE, "JitterStrategy must be FULL or NONE");
        }
        return strategy.equals("FULL");
    }

    private Catcher catcher(Fields fields) {
        var next = Optional.of(fields.requiredText("Next"));
        var catcher = new Catcher(errors(fields), outcomes.parse(fields, next));
        fields.rejectTheRest();
        return catcher;
    }

    private static ErrorNames errors(Fields fields) {
        fields.require("ErrorEquals");
        var names = fields.elements("ErrorEquals");
        if (fields.has("ErrorEquals") && names.isEmpty()) {
            fields.fault("ErrorEquals", Fault.INVALID_VALUE, Fields.EMPTY);
        }
        if (!names.stream().allMatch(JsonNode::isTextual)) {
            fields.fault("ErrorEquals", Fault.INVALID_VALUE, "ErrorEquals must be an array of strings");
        }
        var errors = names.stream().map(JsonNode::asText).toList();
        if (errors.contains(ALL) && errors.size() > 1) {
            fields.fault("ErrorEquals", Fault.INVALID_VALUE, "States.ALL must stand alone in ErrorEquals");
        }
        return new ErrorNames(errors);
    }

    private static void wildcardIsLast(List<Fields> policies, List<ErrorNames> errors) {
        for (int i = 0; i < policies.size() - 1; i++) {
            if (errors.get(i).names().contains(ALL)) {
                policies.get(i).fault("ErrorEquals", Fault.INVALID_VALUE, "States.ALL must be in the last element");
            }
        }
    }
}
