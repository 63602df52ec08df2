package booth.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account's default event bus. */
public final class EventBus {
    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);

    private record Rule(EventPattern pattern, List<String> targets) {}

    private final BiConsumer<String, String> deliver;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    /** @param deliver given a target's ARN and the event; must not block for long */
    public EventBus(BiConsumer<String, String> deliver) {
        this.deliver = deliver;
    }

    /** @param targets ARNs of functions and queues */
    public void addRule(EventPattern pattern, List<String> targets) {
        rules.add(new Rule(pattern, List.copyOf(targets)));
    }

    /** Sends the event to the targets of every rule it matches. */
    public void put(JsonNode event) {
        for (Rule rule : rules) if (rule.pattern.matches(event)) rule.targets.forEach(target -> send(target, event));
    }

    private void send(String target, JsonNode event) {
        try {
            deliver.accept(target, event.toString());
        } catch (RuntimeException e) {
            LOG.error(
                    "{} did not get the event {}",
                    target,
                    event.path("detail-type").asText(),
                    e);
        }
    }
}
