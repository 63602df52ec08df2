package booth.emulator.template.types;

import booth.emulator.events.EventPattern;
import booth.emulator.template.Deployable;
import booth.emulator.template.Phase;
import booth.emulator.template.Plan;
import booth.emulator.template.Properties;
import booth.emulator.template.Referent;
import booth.emulator.template.Schema;
import booth.emulator.template.Services;
import booth.emulator.template.StackResource;
import java.util.Optional;

/** A rule of the account's own event bus. One with a schedule and no pattern does nothing here. */
final class EventsRule implements Deployable {
    private static final Schema SCHEMA = Schema.of("AWS::Events::Rule")
            .named("Name")
            .honours("EventPattern", "State", "Targets")
            .passesOver(Reasons.NO_IDENTITIES, "RoleArn")
            .passesOver(Reasons.NO_OPERATIONS, "Description")
            .passesOver("nothing is called by the clock here", "ScheduleExpression")
            .ref(Referent::name)
            .attribute("Arn", rule -> rule.arn("events", "rule/" + rule.name()))
            .build();

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Phase phase(StackResource rule) {
        return Phase.TRIGGERS;
    }

    @Override
    public void deploy(StackResource rule, Plan plan, Services services) {
        Properties properties = rule.properties();
        if (properties.text("State").filter("DISABLED"::equals).isPresent()) return;
        Optional<EventPattern> pattern = properties.node("EventPattern").map(EventPattern::new);
        if (pattern.isPresent()) services.bus().addRule(pattern.get(), properties.each("Targets", EventsRule::target));
        else properties.need("ScheduleExpression");
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
