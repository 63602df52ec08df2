package booth.emulator.template;

import booth.emulator.events.EventBus;
import booth.emulator.events.EventPattern;
import java.util.List;

/** Adds rules to the event bus. */
final class RuleDeployment {
    private final EventBus bus;

    RuleDeployment(EventBus bus) {
        this.bus = bus;
    }

    void deploy(Resource rule) {
        Properties properties = Properties.of(rule);
        if (properties.text("State").filter("DISABLED"::equals).isPresent()) return;
        List<String> targets = properties.each("Targets", RuleDeployment::target);
        EventPattern pattern = properties
                .node("EventPattern")
                .map(EventPattern::new)
                .orElseThrow(() -> properties.unsupported("ScheduleExpression", "rules need an event pattern here"));
        bus.addRule(pattern, targets);
    }

    /** Events reach their target inside this JVM, so neither a retry nor dead letters of the rule are ever needed. */
    private static String target(Properties target) {
        target.need("Id");
        target.node("DeadLetterConfig");
        target.node("RetryPolicy");
        String arn = target.need("Arn");
        if (!arn.startsWith("arn:aws:lambda:") && !arn.startsWith("arn:aws:sqs:"))
            throw target.unsupported("Arn", "events go to functions and queues here, not to " + arn);
        return arn;
    }
}
