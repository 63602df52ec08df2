package booth.cli.timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * An event of a history. The SDK has a class of details for each of some sixty types; here the fields of whichever it is
 * are simply found by their names.
 */
record Event(long id, long previous, Instant at, String type, Map<String, Object> details) {
    static Event of(HistoryEvent event) {
        Map<String, Object> details = new HashMap<>();
        for (SdkField<?> field : event.sdkFields())
            if (field.getValueOrDefault(event) instanceof SdkPojo pojo)
                for (SdkField<?> detail : pojo.sdkFields()) {
                    Object value = detail.getValueOrDefault(pojo);
                    if (value != null) details.put(detail.locationName(), value);
                }
        return new Event(
                event.id(),
                Optional.ofNullable(event.previousEventId()).orElse(0L),
                event.timestamp(),
                event.typeAsString(),
                details);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(details.get(name)).map(String::valueOf).filter(text -> !text.isEmpty());
    }

    /** The error's name; of a time-out, too, that says none. */
    Optional<String> error() {
        return text("error").or(() -> type.endsWith("TimedOut") ? Optional.of("States.Timeout") : Optional.empty());
    }

    int number(String name) {
        return details.get(name) instanceof Number number ? number.intValue() : 0;
    }
}
