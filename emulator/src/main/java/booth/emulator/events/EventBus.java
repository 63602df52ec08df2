package booth.emulator.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** The account's default event bus. */
public final class EventBus {
    private record Rule(EventPattern pattern, List<RuleTarget> targets) {}

    private final BiConsumer<String, String> deliver;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    /** @param deliver given a target's ARN and the event; when it returns, the event will not be lost */
    public EventBus(BiConsumer<String, String> deliver) {
        this.deliver = deliver;
    }

    public void addRule(EventPattern pattern, List<RuleTarget> targets) {
        rules.add(new Rule(pattern, List.copyOf(targets)));
    }

    /**
     * Sends the event to the targets of every rule it matches. When this returns, all have it for good.
     *
     * @throws IllegalStateException when one could not get it; the others did, and may get it again
     */
    public void put(JsonNode event) {
        IllegalStateException failure = new IllegalStateException(
                "Not every target got the event " + event.path("detail-type").asText());
        for (Rule rule : rules)
            if (rule.pattern.matches(event)) rule.targets.forEach(target -> send(target, event, failure));
        if (failure.getSuppressed().length > 0) throw failure;
    }

    private void send(RuleTarget target, JsonNode event, IllegalStateException failure) {
        try {
            deliver.accept(target.arn(), target.message(event.toString()));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
